// /desk/stories/:id/letter: the letter of a decision before it is made, with the form that makes it; nothing is kept.
import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type Decision, type LetterAhead, letterAhead } from '#app/newsroom/desk/letter-ahead.server.ts'
import { moveOrder } from '#app/newsroom/desk/move-order.ts'
import { orderedStory } from '#app/newsroom/desk/refused-order.server.ts'
import type { OrderedStory } from '#app/newsroom/desk/refused-order.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { safeRedirect } from '#app/platform/safe-redirect.ts'
import { door, notFound } from '#app/routes/door.ts'
import { DecisionLetter } from '#app/ui/desk/letter-ahead.tsx'
import { MoveForm } from '#app/ui/desk/move-form.tsx'
import { NothingOrdered } from '#app/ui/desk/refused-move.tsx'
import { pageNameOf, type TypedOrder, typedIn } from '#app/ui/desk/typed-order.ts'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { letterWordsFor } from '#app/words/letters.ts'
import { wordsFor } from '#app/words/words.ts'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('desk', ({ person }) => {
  const { name, role, confirmed, language } = person
  return { person: { name, role, confirmed }, title: wordsFor(language).lists.letter.title }
})

type Looked = {
  story: OrderedStory
  move: Decision
  letter: LetterAhead | null
  typed: TypedOrder
  faults: Fault[]
  back: string
}

export const action = door('desk', async ({ request, context, person, field }) => {
  const { db, now, settings } = context
  const id = field('id')
  const words = wordsFor(person.language)
  const form = request.clone()
  const read = await readForm(request, moveOrder, words)
  const typed = typedIn(await form.formData().catch(() => new FormData()))
  const story = await orderedStory(db, id, person)
  if (!story || story.own) throw notFound()
  const move = typed.move === 'reject' ? 'reject' : 'decline'
  const shown = { story, move, typed, back: safeRedirect(typed.next, `/desk/stories/${id}`) } as const
  if (!read.ok) {
    const faults = read.faults.map(({ field: name, message }) => ({ field: pageNameOf(name), message }))
    return json<Looked>({ ...shown, letter: null, faults }, { status: 422 })
  }
  const house = { wordsIn: letterWordsFor, siteUrl: settings.siteUrl }
  const letter = await letterAhead(db, id, { ...read.value, move }, person, now, house)
  if (!letter) throw notFound()
  // A letter without reasons or words never leaves: what the decision would be refused for is said here, too.
  const { faults } = words.workflow
  const lacks: Fault[] = [
    ...(read.value.reasons.length === 0 ? [{ field: 'reasons', message: faults['no-reasons'] }] : []),
    ...(read.value.note === '' ? [{ field: 'note', message: faults['no-words'] }] : []),
  ]
  return json<Looked>({ ...shown, letter: lacks.length ? null : letter, faults: lacks }, lacks.length ? 422 : 200)
})

export default function Letter() {
  const { person, title } = useLoaderData<typeof loader>()
  const looked = useActionData<Looked>()
  const { desk } = useWords()
  if (!looked) return <NothingOrdered person={person} />
  const { story, move, letter, typed, faults, back } = looked
  return (
    <Workspace person={person} here="desk" title={title}>
      <p className="lead about-story">
        {desk.queue.number(story.number)} <bdi>{story.headline || desk.queue.untitled}</bdi>
      </p>
      <Problems faults={faults} />
      {letter ? <DecisionLetter letter={letter} /> : null}
      <MoveForm
        move={move}
        facts={story}
        next={back}
        typed={typed}
        faults={faults}
        spamOnly={move === 'reject' && story.spamOnly}
        beside={
          <a className="button" href={back}>
            {desk.move.cancel}
          </a>
        }
      />
    </Workspace>
  )
}
