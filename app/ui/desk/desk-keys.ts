// Single keys in the queue: j and k go from story to story, o opens, c claims, x selects, / filters, r shows what is new.

const KEPT_AS = 'desk-keys'

/** The keys act on the line that has the focus. Whoever dictates or types by accident can switch them off. */
export function listenToKeys(queue: HTMLElement): void {
  const onOff = document.querySelector<HTMLInputElement>('[data-keys-on]')
  if (onOff) {
    onOff.checked = areOn()
    onOff.addEventListener('change', () => keep(onOff.checked))
  }
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (!areOn() || document.querySelector('[popover]:popover-open')) return
    if (act(event.key)) event.preventDefault()
  })

  function act(key: string): boolean {
    const line = document.activeElement?.closest<HTMLElement>('tbody tr') ?? null
    switch (key) {
      case 'j':
        return go(line, 1)
      case 'k':
        return go(line, -1)
      case 'o':
        return press(line?.querySelector<HTMLElement>('.headline'))
      case 'c':
        return press(line?.querySelector<HTMLElement>('.action button'))
      case 'x':
        return press(line?.querySelector<HTMLElement>('.pick input'))
      case 'r':
        return press(queue.querySelector<HTMLElement>('[data-show]:not([hidden])'))
      case '/':
        return focus(document.querySelector<HTMLElement>('.queue-filters [name=text]'))
      case '?':
        document.getElementById('keys')?.showPopover()
        return true
      default:
        return false
    }
  }

  function go(from: HTMLElement | null, step: 1 | -1): boolean {
    const lines = [...queue.querySelectorAll<HTMLElement>('tbody tr')]
    const at = from ? lines.indexOf(from) + step : step === 1 ? 0 : lines.length - 1
    return focus(lines[at]?.querySelector<HTMLElement>('.headline'))
  }
}

function focus(element: HTMLElement | null | undefined): boolean {
  element?.focus()
  element?.scrollIntoView({ block: 'nearest' })
  return Boolean(element)
}

function press(element: HTMLElement | null | undefined): boolean {
  element?.click()
  return Boolean(element)
}

// A box is ticked by Space and a button pressed by Enter, so single letters are free on both.
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.matches('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])')
  )
}

function areOn(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off'
  } catch {
    return true // a browser that keeps nothing
  }
}

function keep(on: boolean) {
  try {
    localStorage.setItem(KEPT_AS, on ? 'on' : 'off')
  } catch {
    // it is on again with the next page
  }
}
