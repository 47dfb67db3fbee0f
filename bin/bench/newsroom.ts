// Published stories for measuring, written through the newsroom's own doors; the words are drawn from a seeded list.
import { join } from 'node:path'
import { pressWork } from '#app/newsroom/press/press-work.server.ts'
import type { Settings } from '#app/platform/env.server.ts'
import { openPictureSizer } from '#app/platform/picture-sizes.server.ts'
import { openPictureStore } from '#app/platform/picture-store.server.ts'
import { openDatabase } from '#db/client.ts'
import { publications } from '#db/schema/press.ts'
import { newOutletRows, newPerson } from '../demo/new-outlet.ts'
import { type Movers, type StoryToWrite, walkStory, writeStory } from '../demo/new-story.ts'
import { demoOutlet, demoSections, demoTopics } from '../demo/outlet.ts'
import { walkTo } from '../demo/walk.ts'
import { newsCopy, sentences } from './news-copy.ts'

/** Publishes `count` stories; returns their slugs and the slug of a topic and a section. */
export async function fillBenchNewsroom(settings: Settings, count: number) {
  const database = await openDatabase(settings.databaseUrl)
  try {
    await database.migrate()
    const { db } = database
    const begun = new Date(Date.now() - 30 * 86_400_000)
    await newOutletRows(db, { settings: demoOutlet, sections: demoSections, topics: demoTopics }, begun)
    const account = (role: 'contributor' | 'editor' | 'admin', name: string) =>
      newPerson(db, { role, name, email: `${name.replace(' ', '.')}@example.org`, password: null }, begun)
    const movers: Movers = {
      owner: await account('contributor', 'A reporter'),
      editor: await account('editor', 'An editor'),
      second: await account('editor', 'Another editor'),
      admin: await account('admin', 'An admin'),
    }
    const newsroom = {
      db,
      press: pressWork(settings.siteUrl, async () => {}),
      store: openPictureStore(join(settings.dataDir, 'pictures')),
      sizer: openPictureSizer(),
    }
    for (let i = 0; i < count; i++) await publish(i)
    const rows = await db.select({ slug: publications.slug }).from(publications)
    return {
      slugs: rows.map((row) => row.slug),
      topic: demoTopics[0]?.slug ?? '',
      section: demoSections[0]?.slug ?? '',
    }

    async function publish(i: number) {
      const [headline = '', standfirst = ''] = sentences(i * 7 + 1, 2, 9)
      const story: StoryToWrite = {
        headline: `${headline} ${i}`,
        standfirst,
        section: demoSections[i % demoSections.length]?.slug ?? '',
        topics: [demoTopics[i % demoTopics.length]?.slug ?? ''],
        byline: { kind: 'name', penName: '' },
        sources: 'Seen by the reporter.',
        copy: () => newsCopy(i, 900),
        pictures: [],
        messages: [],
        checklist: demoSections[i % demoSections.length]?.checklist ?? [],
      }
      const words = { points: [], reasons: [], note: '', deskNote: '', publishAt: '' }
      const publicId = await writeStory(newsroom, story, movers.owner, begun)
      const when = new Date(begun.getTime() + i * 60_000)
      await walkStory(newsroom, publicId, story, walkTo('published', words), movers, () => when)
    }
  } finally {
    await database.close()
  }
}
