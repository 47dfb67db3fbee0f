// Bulgarian: what leaves by the wire says, beside the stories themselves.
import type { Words } from '../words.ts'

export const wire: Words['wire'] = {
  changes: {
    title: (outlet) => `${outlet}: поправки`,
    about: (outlet) => `Какво отпечата ${outlet} и после трябваше да промени, най-новото отгоре.`,
    changed: (kind, headline) => `${kind}: ${headline}`,
    retracted: 'Материал е свален',
  },
  frontPage: 'Първа страница',
  card: (headline, outlet) => `Заглавието „${headline}“ и името ${outlet}`,
}
