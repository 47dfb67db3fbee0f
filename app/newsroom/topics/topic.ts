// The shape of a topic: its names, and what its hub says before the stories.

export type TopicName = { id: number; slug: string; name: string; title: string }
export type Topic = TopicName & { background: string[]; keyEvents: KeyEvent[]; running: boolean }
/** `date` is a day, YYYY-MM-DD. */
export type KeyEvent = { date: string; text: string }
