// A refusal to save or delete a section → the field it belongs to, its sentence and the status.
import type { SectionRefusal } from '#app/newsroom/outlet/edit-sections.server.ts'
import type { Fault } from '#app/ui/forms/problems.tsx'
import type { Words } from '#app/words/words.ts'

export function faultOfSection(because: SectionRefusal, { house }: Words): { fault: Fault; status: 403 | 409 | 422 } {
  const message = house.sections.refusals[because]
  switch (because) {
    case 'slug-taken':
    case 'slug-fixed':
      return { fault: { field: 'slug', message }, status: 422 }
    case 'name-taken':
      return { fault: { field: 'name', message }, status: 422 }
    case 'not-allowed':
      return { fault: { field: '', message }, status: 403 }
    case 'not-found':
    case 'has-stories':
    case 'too-many':
      return { fault: { field: '', message }, status: 409 }
  }
}
