// A signed-in person as the rest of the newsroom knows one, and which rooms they may enter.

export type Role = 'contributor' | 'editor' | 'admin'

export type Person = {
  id: number
  publicId: string
  name: string
  email: string
  role: Role
  trusted: boolean
  /** True once the e-mail address was confirmed. */
  confirmed: boolean
  language: string
  /** Letters and titles say nothing, devices keep no copies. */
  safetyMode: boolean
}

/** The rooms of the house that have a lock. `public` is open to everybody. */
export type Room = 'public' | 'account' | 'contributor' | 'desk' | 'admin'

/** May this person enter? Contributors' pages are open to every signed-in person: editors write stories too. */
export function mayEnter(person: Person | null, room: Room): boolean {
  switch (room) {
    case 'public':
      return true
    case 'account':
    case 'contributor':
      return person !== null
    case 'desk':
      return person?.role === 'editor' || person?.role === 'admin'
    case 'admin':
      return person?.role === 'admin'
  }
}
