// /admin/contributors/:id/rights: in which sections somebody may edit and publish, who opens identities, who is protected.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { contributorPage } from '#app/newsroom/people/contributors.server.ts'
import {
  changeRight,
  changeSectionRights,
  type RightAct,
  rightActs,
  type SectionRight,
} from '#app/newsroom/people/rights.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage, doneIn } from './admin-page.tsx'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('admin', async ({ request, context, person, field }) => {
  const page = await contributorPage(context.db, field('id'), context.now)
  if (!page) throw notFound()
  const { sections, rightActs: acts } = page
  const { publicId, name, role, protected: isProtected, mayOpenIdentity } = page.person
  return {
    person,
    title: wordsFor(person.language).house.rights.title(name),
    about: { publicId, role, isProtected, mayOpenIdentity },
    own: publicId === person.publicId,
    sections,
    acts,
    done: doneIn(request.url),
  }
})

const slugs = z.array(z.string().max(80)).max(100).default([])
/** `act` alone, or `where` with the sections. */
const rightsForm = z.strictObject({
  act: z.enum(rightActs).optional(),
  where: z.enum(['everywhere', 'some']).optional(),
  edit: slugs,
  publish: slugs,
})

type Answer = { faults: Fault[]; edit: string[]; publish: string[] }

export const action = door('admin', async ({ request, context, person, field }) => {
  const { db, now } = context
  const publicId = field('id')
  const words = wordsFor(person.language)
  const read = await readForm(request, rightsForm, words)
  if (!read.ok) return json<Answer>({ faults: read.faults, edit: [], publish: [] }, { status: 422 })
  const { act, where, edit, publish } = read.value
  if (!act && !where)
    return json<Answer>({ faults: [{ field: '', message: words.errors.form.notRead }], edit, publish }, { status: 422 })
  const changed = act
    ? await changeRight(db, { publicId, act }, person, now)
    : await changeSectionRights(db, publicId, { everywhere: where === 'everywhere', edit, publish }, person, now)
  if (changed.ok)
    return redirect(`/admin/contributors/${encodeURIComponent(publicId)}/rights?done=${act ?? 'sections'}`, 303)
  if (changed.because === 'not-found') throw notFound()
  if (changed.because === 'not-allowed') throw json({ because: 'not-allowed' }, { status: 403 })
  const status = changed.because === 'no-section' ? 422 : 409
  const faults = [{ field: '', message: words.house.rights.refusals[changed.because] }]
  return json<Answer>({ faults, edit, publish }, { status })
})

export default function RightsPage() {
  const { person, title, about, own, sections, acts, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().house.rights
  const address = `/admin/contributors/${about.publicId}`
  return (
    <AdminPage person={person} tab="contributors" title={title} notice={answer ? '' : (words.done[done] ?? '')}>
      <p>
        <a className="small" href={address}>
          {words.back}
        </a>
      </p>
      <Problems faults={answer?.faults ?? []} />
      <section className="part first" aria-labelledby="sections">
        <h2 id="sections">{words.sections}</h2>
        {sections ? (
          <SectionsForm address={`${address}/rights`} {...(answer ? asTyped(sections, answer) : sections)} />
        ) : (
          <p className="quiet">{words.noRights}</p>
        )}
      </section>
      <section className="part" aria-labelledby="identity">
        <h2 id="identity">{words.identity}</h2>
        {about.role === 'contributor' ? (
          about.isProtected && <p>{words.isProtected}</p>
        ) : (
          <p>{about.mayOpenIdentity ? words.mayOpen : words.mayNotOpen}</p>
        )}
        {own && !about.mayOpenIdentity ? <p className="hint">{words.refusals['own-right']}</p> : null}
        {acts
          .filter((act) => !(own && act === 'allow-identity'))
          .map((act) => (
            <RightForm key={act} act={act} address={`${address}/rights`} />
          ))}
      </section>
    </AdminPage>
  )
}

type Sections = { everywhere: boolean; rights: SectionRight[] }

function asTyped({ rights }: Sections, { edit, publish }: Answer): Sections {
  return {
    everywhere: false,
    rights: rights.map((one) => ({ ...one, edit: edit.includes(one.slug), publish: publish.includes(one.slug) })),
  }
}

function SectionsForm({ address, everywhere, rights }: Sections & { address: string }) {
  const words = useWords().house.rights
  return (
    <form method="post" action={address} className="form wide">
      <p className="hint">{words.hint}</p>
      <fieldset>
        <legend className="only-heard">{words.sections}</legend>
        {(['everywhere', 'some'] as const).map((where) => (
          <div className="pick" key={where}>
            <label>
              <input type="radio" name="where" value={where} defaultChecked={everywhere === (where === 'everywhere')} />
              <span>{where === 'everywhere' ? words.all : words.some}</span>
            </label>
          </div>
        ))}
      </fieldset>
      <table className="table rights-table">
        <thead>
          <tr>
            <th scope="col">{words.section}</th>
            <th scope="col">{words.edit}</th>
            <th scope="col">{words.publish}</th>
          </tr>
        </thead>
        <tbody>
          {rights.map((section) => (
            <tr key={section.slug}>
              <th scope="row">
                <bdi>{section.name}</bdi>
              </th>
              {(['edit', 'publish'] as const).map((right) => (
                <td key={right}>
                  <input
                    type="checkbox"
                    name={right}
                    value={section.slug}
                    defaultChecked={section[right]}
                    aria-label={right === 'edit' ? words.editIn(section.name) : words.publishIn(section.name)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <button type="submit" className="button primary">
          {words.save}
        </button>
      </div>
    </form>
  )
}

function RightForm({ act, address }: { act: RightAct; address: string }) {
  const words = useWords().house.rights
  return (
    <form method="post" action={address} className="form wide">
      <p className="hint">{words.consequences[act]}</p>
      <div className="buttons">
        <button type="submit" name="act" value={act} className="button">
          {words.acts[act]}
        </button>
      </div>
    </form>
  )
}
