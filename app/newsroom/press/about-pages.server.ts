// What the paper says about itself: to those who might write for it, and about those who edit it.
import { outletOf, sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import { policyChangedAt } from '#app/newsroom/outlet/policies.server.ts'
import { isPolicy, type PolicyName } from '#app/newsroom/outlet/policies.ts'
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import type { OpenCall } from '#app/newsroom/story/call.ts'
import { htmlOfBlocks, plainTextOfBlocks } from '#app/newsroom/story/copy/short-text.ts'
import { openCallsNow } from '#app/newsroom/story/open-calls.server.ts'
import { topicBySlug } from '#app/newsroom/topics/topics.server.ts'
import type { Reader } from '#db/client.ts'
import { editorialTeam, type TeamMember } from './editorial-team.server.ts'
import { paperFrame } from './paper-frame.server.ts'
import type { PaperFrame } from './paper-frame.ts'

/** HTML by policy, for under a heading of the page; empty where it says nothing. */
type Policies = Record<keyof OutletSettings['policies'], string>

export type ReportingPage = {
  paper: PaperFrame
  promise: string
  /** How long a reporter waits for the first answer, in hours, by section. */
  clocks: { slug: string; name: string; description: string; answerWithinHours: number }[]
  policies: Policies
  /** The hub the reader came from; null when there was none or it does not exist. */
  topic: { slug: string; name: string } | null
  /** What the desk is looking for now. */
  calls: Pick<OpenCall, 'slug' | 'title' | 'text' | 'closesAt'>[]
}

export type TeamPage = { paper: PaperFrame; team: TeamMember[]; policies: Policies }

/** Everything the page on reporting says; `topicSlug` is the topic that is to be filled in, or null. */
export async function reportingPage(db: Reader, topicSlug: string | null, when: Date): Promise<ReportingPage> {
  const outlet = await outletOf(db)
  const topic = topicSlug === null ? null : await topicBySlug(db, topicSlug)
  return {
    paper: await paperFrame(db),
    promise: outlet.promise,
    clocks: (await sectionsOf(db)).map(({ slug, name, description, answerWithinHours }) => ({
      slug,
      name,
      description,
      answerWithinHours,
    })),
    policies: policiesOf(outlet),
    topic: topic && { slug: topic.slug, name: topic.name },
    calls: (await openCallsNow(db, when)).map(({ slug, title, text, closesAt }) => ({ slug, title, text, closesAt })),
  }
}

/** `html` is the policy, `summary` how it begins, without its notation. */
export type PolicyPage = {
  paper: PaperFrame
  policy: PolicyName
  html: string
  summary: string
  changedAt: string | null
}

/** A policy on its own page; null while it says nothing, and where there is none of this name. */
export async function policyPage(db: Reader, name: string): Promise<PolicyPage | null> {
  if (!isPolicy(name)) return null
  const { policies, language } = await outletOf(db)
  const blocks = policies[name]
  if (blocks.length === 0) return null
  const changedAt = (await policyChangedAt(db, name))?.toISOString() ?? null
  return {
    paper: await paperFrame(db),
    policy: name,
    html: htmlOfBlocks(blocks, { under: 1 }, language),
    summary: plainTextOfBlocks([blocks.find((block) => !block.startsWith('#')) ?? ''])
      .trim()
      .slice(0, 300),
    changedAt,
  }
}

/** Who edits, and by which rules. */
export async function teamPage(db: Reader): Promise<TeamPage> {
  const policies = policiesOf(await outletOf(db))
  return { paper: await paperFrame(db), team: await editorialTeam(db), policies }
}

function policiesOf({ policies, language }: OutletSettings): Policies {
  const html = (blocks: string[]) => htmlOfBlocks(blocks, { under: 2 }, language)
  return {
    editorial: html(policies.editorial),
    corrections: html(policies.corrections),
    ethics: html(policies.ethics),
    ownership: html(policies.ownership),
    privacy: html(policies.privacy),
    safety: html(policies.safety),
    agreement: html(policies.agreement),
  }
}
