// Shows the letter of a decision in the dialog it is decided in; without script the same button opens a page.

/** Takes over the buttons that ask for the letter. Whatever fails goes its plain way, as a page. */
export function showLetters(): void {
  document.addEventListener('submit', (event) => {
    const { submitter, target } = event
    if (!(submitter instanceof HTMLButtonElement) || !('letterOf' in submitter.dataset)) return
    if (!(target instanceof HTMLFormElement)) return
    const place = target.querySelector<HTMLElement>('[data-letter-place]')
    if (!place) return
    event.preventDefault()
    submitter.disabled = true
    letterOf(submitter.formAction, target)
      .then((letter) => place.replaceChildren(letter))
      .catch(() => {
        target.action = submitter.formAction
        target.submit()
      })
      .finally(() => {
        submitter.disabled = false
      })
  })
}

async function letterOf(url: string, form: HTMLFormElement): Promise<Node> {
  const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)])
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  // What is wrong is shown without its links: they lead to fields of that page, and here the fields stand above.
  const problems = page.querySelectorAll('.problems li')
  if (problems.length > 0) {
    const said = document.createElement('p')
    said.className = 'fault'
    said.textContent = [...problems].map(({ textContent }) => textContent).join(' ')
    return said
  }
  const letter = page.querySelector('[data-letter]')
  if (!letter) throw new Error('no letter')
  return document.importNode(letter, true)
}
