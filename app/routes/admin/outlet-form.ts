// The outlet's settings as one form: fields → settings, settings → fields; one schema of the outlet judges both.
import { z } from 'zod'
import { type OutletSettings, outletSettings } from '#app/newsroom/outlet/settings.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { blocksOfText, textOfBlocks } from '#app/newsroom/story/copy/short-text.ts'
import type { Fault } from '#app/ui/forms/problems.tsx'
import type { Words } from '#app/words/words.ts'

const text = z.string().max(100_000).default('')
export const outletForm = z.strictObject({
  name: text,
  shortName: text,
  agency: text,
  tagline: text,
  about: text,
  accent: text,
  language: text,
  storyLanguages: text,
  timeZone: text,
  social: text,
  deskName: text,
  promise: text,
  keepEvidence: text,
  aiDeclaration: text,
  editorial: text,
  corrections: text,
  ethics: text,
  ownership: text,
  privacy: text,
  safety: text,
  agreement: text,
  trainingCrawlers: text,
  hub: text,
  indexNowKey: text,
  securityContact: text,
  fediverseCreator: text,
})
export type OutletFields = z.infer<typeof outletForm>
export type OutletField = keyof OutletFields

/** The settings as they are typed. */
export function fieldsOf(settings: OutletSettings): OutletFields {
  const { policies, wire, social, storyLanguages, accent = '', ...plain } = settings
  const lines = (all: readonly string[]) => all.join('\n')
  return {
    ...plain,
    ...wire,
    accent,
    storyLanguages: storyLanguages.join(', '),
    social: lines(social.map(({ name, url }) => `${name} ${url}`)),
    editorial: textOfBlocks(policies.editorial),
    corrections: textOfBlocks(policies.corrections),
    ethics: textOfBlocks(policies.ethics),
    ownership: textOfBlocks(policies.ownership),
    privacy: textOfBlocks(policies.privacy),
    safety: textOfBlocks(policies.safety),
    agreement: textOfBlocks(policies.agreement),
  }
}

/** What was typed as settings, or the faults by field with sentences of the page's book. */
export function settingsOf(
  fields: OutletFields,
  words: Words,
): { ok: true; settings: OutletSettings } | { ok: false; faults: Fault[] } {
  const {
    editorial,
    corrections,
    ethics,
    ownership,
    privacy,
    safety,
    agreement,
    accent,
    social,
    storyLanguages,
    ...rest
  } = fields
  const { trainingCrawlers, hub, indexNowKey, securityContact, fediverseCreator, ...plain } = rest
  const parsed = outletSettings.safeParse({
    ...plain,
    ...(accent ? { accent } : {}),
    storyLanguages: storyLanguages.split(/[\s,]+/).filter(Boolean),
    social: linesOf(social).map(linkOf),
    policies: {
      editorial: blocksOfText(cleanText(editorial)),
      corrections: blocksOfText(cleanText(corrections)),
      ethics: blocksOfText(cleanText(ethics)),
      ownership: blocksOfText(cleanText(ownership)),
      privacy: blocksOfText(cleanText(privacy)),
      safety: blocksOfText(cleanText(safety)),
      agreement: blocksOfText(cleanText(agreement)),
    },
    wire: { trainingCrawlers, hub, indexNowKey, securityContact, fediverseCreator },
  })
  if (parsed.success) return { ok: true, settings: parsed.data }
  const found = new Map<string, string>()
  for (const { path } of parsed.error.issues) {
    const field = fieldOf(path.map(String))
    if (!found.has(field)) found.set(field, sentenceFor(field, words))
  }
  return { ok: false, faults: [...found].map(([field, message]) => ({ field, message })) }
}

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

// "Telegram https://t.me/courier": the address is the last word.
function linkOf(line: string): { name: string; url: string } {
  const at = line.search(/\s+\S+$/)
  return at < 0 ? { name: '', url: line } : { name: line.slice(0, at).trim(), url: line.slice(at).trim() }
}

function fieldOf([first = '', second = '']: string[]): string {
  return first === 'policies' || first === 'wire' ? second : first
}

function sentenceFor(field: string, { house }: Words): string {
  const sentences: Record<string, string> = house.outlet.faults
  return sentences[field] ?? house.outlet.fault
}
