// What html-validate says of a page, with the rules that HTML itself leaves open.
import { setImmediate as others } from 'node:timers/promises'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'

// React writes void elements and some attributes in its own way, which HTML allows.
const open = {
  'void-style': 'off' as const,
  'attribute-boolean-style': 'off' as const,
  'attr-case': 'off' as const,
  'doctype-style': 'off' as const,
  'long-title': 'off' as const,
}

const checker = new HtmlValidate(new FileSystemConfigLoader({ extends: ['html-validate:standard'], rules: open }))

/** One line a fault: where, which rule, what. */
export async function faultsOfHtml(html: string): Promise<string[]> {
  // A whole outlet takes seconds; meanwhile connections that the server closes have to be seen to close.
  await others()
  const { results } = await checker.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}
