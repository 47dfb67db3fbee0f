// Which HTTP status a refused move is answered with, whether it was ordered alone or with others.
import type { MoveRefused } from '#app/newsroom/desk/moving/outcome.ts'

/** The HTTP status of a refusal (RFC 9110): not yours 403 or 404, not now 409, not like this 422. */
export function statusOf(refused: Pick<MoveRefused, 'because'>): number {
  switch (refused.because) {
    case 'not-found':
      return 404
    case 'not-allowed':
    case 'own-story':
    case 'interest':
    case 'no-edit-right':
    case 'no-publish-right':
    case 'not-holder':
    case 'decided-before':
    case 'last-editor':
    case 'approved-already':
    case 'not-trusted':
    case 'second-person':
    case 'retraction-takes-two':
    case 'already-appealed':
    case 'email-unconfirmed':
      return 403
    case 'faults':
      return 422
    default:
      return 409
  }
}
