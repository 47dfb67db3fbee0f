// On a story's page: words that are selected in the proof get a button that puts them into the comment form.

/** `form` is the comment form, whose choice of paragraphs says where each begins; without a selection it works as it is. */
export function commentOnSelection(form: HTMLFormElement, copy: HTMLElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button small on-selection'
  button.textContent = form.dataset.onSelection ?? ''
  // Pressing it must not unselect what it is about.
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', take)
  let chosen: Selected | null = null

  document.addEventListener('selectionchange', () => {
    if (document.activeElement === button) return
    const found = selectedIn(copy, form)
    if (!found) {
      button.remove()
      return
    }
    chosen = found
    // Right after the paragraph: the next thing that Tab comes to.
    if (button.previousSibling !== found.block) found.block.after(button)
  })

  function take() {
    if (!chosen) return
    const { paragraph, from, quote } = chosen
    for (const [name, value] of Object.entries({ from, to: from + quote.length, quote })) put(name, String(value))
    const choice = form.querySelector('select')
    if (choice) choice.selectedIndex = paragraph
    const shown = form.querySelector<HTMLElement>('[data-quote]')
    if (shown) [shown.hidden, shown.textContent] = [false, quote]
    for (let at: Element | null = form; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true
    button.remove()
    form.querySelector('textarea')?.focus()
  }

  // Another paragraph is chosen by hand: the words that were selected are not meant any more.
  form.querySelector('select')?.addEventListener('change', () => {
    for (const name of ['from', 'to', 'quote']) form.querySelector(`input[name=${name}]`)?.remove()
    const shown = form.querySelector<HTMLElement>('[data-quote]')
    if (shown) shown.hidden = true
  })

  function put(name: string, value: string) {
    const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = value
    form.append(field)
  }
}

type Selected = { block: Element; paragraph: number; from: number; quote: string }

const BLOCKS = 'p, h2, h3, li, figcaption, blockquote, aside'
const LONGEST = 300

/** The selected words of one paragraph, and where they are; null where nothing or more than one is selected. */
function selectedIn(copy: HTMLElement, form: HTMLFormElement): Selected | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = range.startContainer
  const block = (start instanceof Element ? start : start.parentElement)?.closest(BLOCKS)
  if (!block || !copy.contains(block) || !block.contains(range.endContainer)) return null
  const lead = block.querySelector('.dateline')
  const before = document.createRange()
  before.selectNodeContents(block)
  if (lead) before.setStartAfter(lead)
  const whole = before.toString()
  before.setEnd(range.startContainer, range.startOffset)
  const blank = lead ? (/^\s*/.exec(whole)?.[0].length ?? 0) : 0
  const quote = range.toString().slice(0, LONGEST)
  const options = [...form.querySelectorAll<HTMLOptionElement>('option[data-from]')]
  const begins = whole.slice(blank)
  const option = options.find(({ text }) => begins.startsWith(text.replace(/^\d+\. | …$/g, '')))
  if (!option || quote.trim() === '') return null
  const from = Number(option.dataset.from) + before.toString().length - blank
  return { block, paragraph: option.index, from, quote }
}
