// The shapes of the checker of structured data that its package does not tell.
declare module 'structured-data-testing-tool' {
  export type Found = { test: string; description?: string; error?: { message: string }; group?: string }
  export type Preset = { name: string }
  export type Checked = {
    passed: Found[]
    failed: Found[]
    warnings: Found[]
    schemas: string[]
    structuredData: { jsonld: Record<string, unknown[]>; metatags: Record<string, string[]> }
  }
  /** Rejects with an error that carries `res` when a test of a preset fails. */
  export function structuredDataTestHtml(
    html: string,
    options: { presets: Preset[]; schemas?: string[] },
  ): Promise<Checked>
}

declare module 'structured-data-testing-tool/presets' {
  import type { Preset } from 'structured-data-testing-tool'
  export const Google: Preset
  export const Twitter: Preset
  export const Facebook: Preset
}
