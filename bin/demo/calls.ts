// What the desk of an invented outlet looks for, and ideas that reporters sent first: one waits, one is welcome, one was declined.
import { answerPitch, sendPitch } from '#app/newsroom/desk/pitches.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { CallInput } from '#app/newsroom/story/call.ts'
import { makeCall } from '#app/newsroom/story/open-calls.server.ts'
import type { Newsroom } from './new-story.ts'
import { demoSections, demoTopics } from './outlet.ts'

const DAY = 86_400_000
const section = demoSections[0]?.slug ?? ''

const calls: CallInput[] = [
  {
    title: 'Bridges that armies and villages share',
    text: 'Do military convoys cross a bridge near you? Tell us what it carries, who repairs it and what the people who live there say.',
    section,
    topic: demoTopics[0]?.slug ?? '',
    until: '',
  },
  {
    title: 'Photographs from open days at barracks',
    text: 'Reports of four hundred words with photographs that you took and may publish. Say when and where you stood.',
    section: '',
    topic: '',
    until: '',
  },
]

const ideas = {
  open: 'The ferry at the village carries army trucks twice a week.\nNobody has said who pays for the ramp it wore out.\nI live beside it and counted for a month.',
  welcome: 'The drone club of the technical school trains firefighters.\nI was at two lessons and may film the third.',
  declined: 'A collector near the lake says that he owns a tank nobody has seen.',
} as const

export type SeededCalls = { calls: string[]; pitches: Record<keyof typeof ideas, string> }

/** Opens two calls and sends three pitches, a few days old; gives their slugs and public ids. */
export async function seedCalls(
  { db, press }: Newsroom,
  { editor, reporter }: { editor: Person; reporter: Person },
  now: Date,
): Promise<SeededCalls> {
  const slugs: string[] = []
  for (const call of calls) {
    const made = await makeCall(db, call, editor, new Date(now.getTime() - 6 * DAY), press)
    if (!made.ok) throw new Error(`a call of the demo was refused: ${JSON.stringify(made)}`)
    slugs.push(made.slug)
  }
  const pitch = async (text: string, call: string, days: number) => {
    const when = new Date(now.getTime() - days * DAY)
    const sent = await sendPitch(db, { text, section, call }, reporter, when)
    if (!sent.ok) throw new Error(`a pitch of the demo was refused: ${JSON.stringify(sent)}`)
    return sent.publicId
  }
  const answer = async (publicId: string, verdict: 'welcome' | 'declined', words: string) => {
    const answered = await answerPitch(db, publicId, { verdict, answer: words }, editor, new Date(now.getTime() - DAY))
    if (!answered.ok) throw new Error(`a pitch of the demo was not answered: ${JSON.stringify(answered)}`)
    return publicId
  }
  return {
    calls: slugs,
    pitches: {
      declined: await answer(await pitch(ideas.declined, '', 3), 'declined', 'We cannot check it, so we leave it.'),
      welcome: await answer(
        await pitch(ideas.welcome, '', 2),
        'welcome',
        'Yes: four hundred words, and ask the school whether the pupils may be seen.',
      ),
      open: await pitch(ideas.open, slugs[0] ?? '', 0.5),
    },
  }
}
