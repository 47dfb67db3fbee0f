/** The people of the demo outlet, named by what they do; none of them exists. */

export type DemoPerson = {
  key: string
  role: 'admin' | 'editor' | 'contributor'
  name: string
  email: string
  bio: string
  penName?: string
  town: string
}

export const demoCast: DemoPerson[] = [
  {
    key: 'publisher',
    role: 'admin',
    name: 'Managing editor',
    email: 'managing.editor@example.org',
    bio: 'Runs the house: people, sections, policies, and the last word on what is taken down.',
    town: 'Sofia',
  },
  {
    key: 'day-editor',
    role: 'editor',
    name: 'Day editor',
    email: 'day.editor@example.org',
    bio: 'Reads the queue from six in the morning. Looks after forces, industry and procurement.',
    town: 'Sofia',
  },
  {
    key: 'night-editor',
    role: 'editor',
    name: 'Night editor',
    email: 'night.editor@example.org',
    bio: 'On the desk when everybody else sleeps. Looks after sea and air, rescue and relief.',
    town: 'Varna',
  },
  {
    key: 'history-editor',
    role: 'editor',
    name: 'History editor',
    email: 'history.editor@example.org',
    bio: 'Former museum registrar. Checks dates, inventory numbers and captions before adjectives.',
    town: 'Plovdiv',
  },
  {
    key: 'panagyurishte',
    role: 'contributor',
    name: 'Reporter in Panagyurishte',
    email: 'panagyurishte@example.org',
    bio: 'Writes from the Sredna Gora foothills about the town square, the garrison road and the people who live between them.',
    town: 'Panagyurishte',
  },
  {
    key: 'varna',
    role: 'contributor',
    name: 'Harbour correspondent',
    email: 'varna.harbour@example.org',
    bio: 'Follows the western Black Sea coast: ships, shipyards, divers and the weather that stops them.',
    penName: 'The Breakwater',
    town: 'Varna',
  },
  {
    key: 'constanta',
    role: 'contributor',
    name: 'Coast reporter in Constanța',
    email: 'constanta@example.org',
    bio: 'Reports on ports, search and rescue and air traffic over the sea.',
    town: 'Constanța',
  },
  {
    key: 'alexandria',
    role: 'contributor',
    name: 'Port reporter in Alexandria',
    email: 'alexandria@example.org',
    bio: 'Writes in Arabic about ports, crews and the people who wait for them ashore.',
    town: 'Alexandria',
  },
  {
    key: 'skopje',
    role: 'contributor',
    name: 'Correspondent in Skopje',
    email: 'skopje@example.org',
    bio: 'Covers cyber defence, training and the regional headquarters. Teaches networks two days a week.',
    town: 'Skopje',
  },
  {
    key: 'alexandroupoli',
    role: 'contributor',
    name: 'Reporter in Alexandroupoli',
    email: 'alexandroupoli@example.org',
    bio: 'Writes about the port, the railway and the border towns of Thrace.',
    town: 'Alexandroupoli',
  },
  {
    key: 'plovdiv',
    role: 'contributor',
    name: 'Archive reader',
    email: 'archive.reader@example.org',
    bio: 'Spends the week in reading rooms and the weekend in museum stores. Writes about what turns up.',
    penName: 'Shelfmark',
    town: 'Plovdiv',
  },
  {
    key: 'maritsa',
    role: 'contributor',
    name: 'Contributor from the Maritsa valley',
    email: 'maritsa@example.org',
    bio: 'A teacher in a river town. Writes about floods, sappers, volunteers and what the army does between parades.',
    penName: 'River Mile 40',
    town: 'Svilengrad',
  },
]
