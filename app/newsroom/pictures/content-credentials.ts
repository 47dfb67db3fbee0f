// What a file's content credentials (C2PA) say, boiled down from a validated manifest store to what a desk asks.

/** What was claimed about a picture by whoever signed its file. */
export const claimKeys = ['captured', 'ai-made', 'ai-part', 'composite', 'edited'] as const
export type ClaimKey = (typeof claimKeys)[number]

export type Credentials = {
  /** `unknown-signer`: file and signature belong together, but nobody here vouches for the one who signed. */
  state: 'valid' | 'invalid' | 'unknown-signer'
  issuer?: string
  /** The device or program that wrote the manifest. */
  generator?: string
  claims: ClaimKey[]
}

/**
 * Reads credentials out of a file: the report of a manifest store, checked against the file's own bytes, or undefined
 * where what is there cannot be read. Null where it carries none. Never throws, asks nobody outside.
 */
export type CredentialReader = { read(bytes: Uint8Array): Promise<{ report: unknown } | null> }

const LONGEST = 120

/** From a reader's report (the JSON of a manifest store, as the C2PA tools write it). `invalid` where it cannot be understood. */
export function credentialsFrom(report: unknown): Credentials {
  const store = recordIn(report)
  const manifests = recordIn(store.manifests)
  const active = recordIn(manifests[textIn(store.active_manifest)])
  const issuer = textIn(recordIn(active.signature_info).issuer)
  const generator = generatorOf(active)
  const said = Object.values(manifests).flatMap((manifest) => actionsOf(recordIn(manifest)))
  return {
    state: stateOf(store),
    ...(issuer ? { issuer } : {}),
    ...(generator ? { generator } : {}),
    claims: claimKeys.filter((key) => said.some((action) => claimOf(action) === key)),
  }
}

function stateOf(store: Record<string, unknown>): Credentials['state'] {
  switch (store.validation_state) {
    case 'Trusted':
      return 'valid'
    case 'Valid':
      return 'unknown-signer'
    default:
      return 'invalid'
  }
}

function generatorOf(manifest: Record<string, unknown>): string {
  const [first] = listIn(manifest.claim_generator_info)
  return textIn(recordIn(first).name) || textIn(manifest.claim_generator)
}

type Action = { action: string; source: string }

function actionsOf(manifest: Record<string, unknown>): Action[] {
  return listIn(manifest.assertions)
    .map(recordIn)
    .filter(({ label }) => textIn(label).startsWith('c2pa.actions'))
    .flatMap(({ data }) => listIn(recordIn(data).actions))
    .map(recordIn)
    .map((one) => ({ action: textIn(one.action), source: textIn(one.digitalSourceType).split('/').at(-1) ?? '' }))
}

// The IPTC's words for where a picture comes from; then what was done to it.
function claimOf({ action, source }: Action): ClaimKey | null {
  switch (source) {
    case 'digitalCapture':
    case 'computationalCapture':
      return 'captured'
    case 'trainedAlgorithmicMedia':
    case 'algorithmicMedia':
      return 'ai-made'
    case 'compositeWithTrainedAlgorithmicMedia':
      return 'ai-part'
    case 'composite':
    case 'compositeCapture':
      return 'composite'
  }
  return CHANGES_NOTHING.includes(action) ? null : 'edited'
}

const CHANGES_NOTHING = ['', 'c2pa.created', 'c2pa.opened', 'c2pa.published', 'c2pa.repackaged', 'c2pa.transcoded']

function recordIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 500) : []
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/\p{C}/gu, '').slice(0, LONGEST) : ''
}
