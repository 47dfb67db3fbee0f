// Arabic: what leaves by the wire says, beside the stories themselves.
import type { Words } from '../words.ts'
import { apart } from './marks.ts'

export const wire: Words['wire'] = {
  changes: {
    title: (outlet) => `${apart(outlet)}: التصحيحات`,
    about: (outlet) => `ما نشرته ${apart(outlet)} ثم اضطرت إلى تغييره، الأحدث أولًا.`,
    changed: (kind, headline) => `${kind}: ${headline}`,
    retracted: 'أُزيلت قصة',
  },
  frontPage: 'الصفحة الأولى',
  card: (headline, outlet) => `العنوان «${headline}» والاسم ${apart(outlet)}`,
}
