// A refusal to save, join or delete a topic hub → the field it belongs to, its sentence and the status.
import type { JoinRefusal } from '#app/newsroom/press/join-hubs.server.ts'
import type { HubRefusal } from '#app/newsroom/topics/edit-topics.server.ts'
import type { Fault } from '#app/ui/forms/problems.tsx'
import type { Words } from '#app/words/words.ts'

export function faultOfTopic(because: HubRefusal | JoinRefusal, { hubs }: Words): { fault: Fault; status: number } {
  const message = hubs.refusals[because]
  switch (because) {
    case 'slug-taken':
    case 'slug-fixed':
      return { fault: { field: 'slug', message }, status: 422 }
    case 'same':
      return { fault: { field: 'into', message }, status: 422 }
    case 'not-allowed':
      return { fault: { field: '', message }, status: 403 }
    case 'not-found':
    case 'used':
    case 'too-many':
    case 'moved':
    case 'live':
      return { fault: { field: '', message }, status: 409 }
  }
}
