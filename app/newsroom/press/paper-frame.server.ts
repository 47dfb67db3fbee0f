// What stands around every page for readers: who we are, the sections and the running topics.

import { outletOf, sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import { policyNames } from '#app/newsroom/outlet/policies.ts'
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import type { Reader } from '#db/client.ts'
import type { PaperFrame } from './paper-frame.ts'

/** The frame of a page for readers; the same for everybody. */
export async function paperFrame(db: Reader): Promise<PaperFrame> {
  const outlet = await outletOf(db)
  const sections = await sectionsOf(db)
  const topics = await runningTopics(db)
  return {
    outlet: publicPart(outlet),
    sections: sections.map(({ slug, name }) => ({ slug, name })),
    topics: topics.map(({ slug, name }) => ({ slug, name })),
  }
}

function publicPart(outlet: OutletSettings): PaperFrame['outlet'] {
  const { name, shortName, tagline, language, timeZone, about, social, deskName, accent, wire } = outlet
  return {
    name,
    shortName: shortName || name,
    tagline,
    language,
    timeZone,
    about,
    social,
    deskName,
    accent: accent ?? 'red',
    fediverse: wire.fediverseCreator,
    policies: policyNames.filter((policy) => outlet.policies[policy].length > 0),
  }
}
