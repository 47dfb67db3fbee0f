/** All stories of the demo outlet, and the check that they hold together. */
import { demoCast } from './cast.ts'
import { nodesIn, wordsIn } from './copy-words.ts'
import type { DemoStory } from './demo-story.ts'
import { demoSections, demoTopics } from './outlet.ts'
import { demoPictures } from './pictures.ts'
import { closedStories } from './stories/closed.ts'
import { cyberAndIndustryStories } from './stories/cyber-and-industry.ts'
import { storiesInOtherLanguages } from './stories/in-other-languages.ts'
import { memoryStories } from './stories/memory.ts'
import { storiesOnTheDesk } from './stories/on-the-desk.ts'
import { paradeStories } from './stories/parade.ts'
import { rescueStories } from './stories/rescue.ts'
import { seaAndAirStories } from './stories/sea-and-air.ts'
import { storiesWithTheReporter } from './stories/with-the-reporter.ts'

export type { DemoState, DemoStory } from './demo-story.ts'

export const demoStories: DemoStory[] = [
  ...paradeStories,
  ...seaAndAirStories,
  ...rescueStories,
  ...cyberAndIndustryStories,
  ...memoryStories,
  ...storiesInOtherLanguages,
  ...storiesOnTheDesk,
  ...storiesWithTheReporter,
  ...closedStories,
]

/** Faults of the demo content, one sentence each; empty when everything fits and every key exists. */
export function checkDemo(): string[] {
  const faults: string[] = []
  const sections = new Set(demoSections.map((section) => section.slug))
  const topics = new Set(demoTopics.map((topic) => topic.slug))
  const roleOf = new Map(demoCast.map((person) => [person.key, person.role]))
  const stories = new Set<string>()
  for (const story of demoStories) {
    const fault = (text: string) => faults.push(`${story.key}: ${text}`)
    if (stories.has(story.key)) fault('this key is used twice')
    stories.add(story.key)
    if (story.headline.length > 90) fault(`headline has ${story.headline.length} characters`)
    if (story.standfirst.length > 220) fault(`standfirst has ${story.standfirst.length} characters`)
    if (!sections.has(story.section)) fault(`no section ${story.section}`)
    for (const topic of story.topics) if (!topics.has(topic)) fault(`no topic ${topic}`)
    if (roleOf.get(story.owner) !== 'contributor') fault(`${story.owner} is no contributor`)
    if (story.editor && roleOf.get(story.editor) === undefined) fault(`no editor ${story.editor}`)
    if (story.editor && roleOf.get(story.editor) === 'contributor') fault(`${story.editor} is no editor`)
    const penName = demoCast.find((person) => person.key === story.owner)?.penName
    if (story.byline === 'pen' && !penName) fault('its owner has no pen name')
    const words = wordsIn(story.copy)
    const [least, most] = story.state === 'published' ? [400, 1200] : [150, 400]
    if (words < least || words > most) fault(`${words} words, wanted ${least} to ${most}`)
    if (story.state === 'published' && !figureIn(story)) fault('published without a picture')
  }
  const published = new Set(demoStories.filter((story) => story.state === 'published').map((story) => story.key))
  for (const story of demoStories) {
    for (const { type, text = '', attrs = {}, marks = [], content = [] } of nodesIn(story.copy)) {
      const fault = (text: string) => faults.push(`${story.key}: ${text}`)
      if (type === 'figure' && !demoPictures[String(attrs.pictureId)]) fault(`no picture ${attrs.pictureId}`)
      if (type === 'related' && attrs.refType === 'story' && !published.has(String(attrs.ref)))
        fault(`no published story ${attrs.ref}`)
      if (type === 'related' && attrs.refType === 'topic' && !topics.has(String(attrs.ref)))
        fault(`no topic ${attrs.ref}`)
      if (type === 'pullQuote' && content.map((part) => part.text).join('').length > 120) fault('pull quote over 120')
      if (/\*|\[\[|\]\]|\{topic/u.test(text)) fault(`markup left over in “${text.slice(0, 40)}”`)
      for (const mark of marks) {
        if (mark.type === 'editorNote' && !published.has(story.key)) fault('an editor’s note before the desk had it')
        if (mark.type === 'topicLink' && !topics.has(mark.attrs?.topicId ?? ''))
          fault(`no topic ${mark.attrs?.topicId}`)
      }
    }
  }
  const leads = demoStories.filter((story) => story.lead).length
  if (leads !== 1) faults.push(`${leads} leads, wanted one`)
  return faults
}

function figureIn(story: DemoStory): boolean {
  return nodesIn(story.copy).some((node) => node.type === 'figure')
}
