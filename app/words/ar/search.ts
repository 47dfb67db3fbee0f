// Arabic: readers' search.
import { formatsIn } from '../formats.ts'
import type { Words } from '../words.ts'

const { number, plural } = formatsIn('ar')

export const search: Words['search'] = {
  title: 'البحث',
  pageTitle: (typed, outlet) => (typed ? `«${typed}» – البحث – ${outlet}` : `البحث – ${outlet}`),
  about: (outlet: string) => `البحث في كل ما نشرته ${outlet}: بالكلمات والقسم والموضوع والمكان والتاريخ.`,
  label: 'ابحث في الصحيفة',
  words: 'الكلمات',
  hint: 'علامتا الاقتباس تُبقيان الكلمات معًا، وعلامة الناقص قبل كلمة تستبعدها.',
  find: 'ابحث',
  narrow: 'القسم والموضوع والمكان والتاريخ',
  any: 'الكل',
  section: 'القسم',
  topic: 'الموضوع',
  place: 'المكان',
  from: 'من',
  to: 'إلى',
  order: 'الترتيب',
  orders: { best: 'الأنسب أولًا', newest: 'الأحدث أولًا' },
  count: (stories) =>
    plural(stories, {
      one: 'قصة واحدة',
      two: 'قصتان',
      few: `${number(stories)} قصص`,
      many: `${number(stories)} قصة`,
      other: `${number(stories)} قصة`,
    }),
  moreThan: (stories) => `أكثر من ${number(stories)} قصة`,
  bestOf: (stories) => `الأنسب من بين أحدث ${number(stories)}. اختر «الأحدث أولًا» أو أضف كلمات لتصل إلى البقية.`,
  none: 'لا توجد قصة منشورة تضم كل هذا. جرّب كلمات أقل أو غيرها، أو أزل أحد عوامل التصفية.',
  noMore: 'لا مزيد من القصص هنا.',
  first: 'العودة إلى الأولى',
  next: 'مزيد من القصص',
  lookedAt: 'هذه الكلمات ترد في مواد كثيرة جدًا. لم يُبحث إلا في أحدثها، ولم يُبحث في الأقدم.',
  older: 'البحث في المواد الأقدم',
  topics: 'المواضيع',
  sections: 'الأقسام',
  latest: 'الأحدث',
  often: 'بحثت مرات كثيرة خلال دقيقة. انتظر قليلًا ثم ابحث من جديد.',
  remarks: {
    cut: 'كان هذا طويلًا جدًا، فجرى البحث عن بدايته فقط.',
    'open-quote': 'لم تُغلق علامة الاقتباس، فجرى البحث عن الكلمات التي بعدها كلًّا على حدة.',
    'many-words': 'جرى البحث عن أول 16 كلمة فقط.',
    'no-words': 'لا توجد هنا كلمة يمكن البحث عنها. اكتب كلمة أو رقمًا على الأقل.',
    'no-choice': 'لا يوجد قسم أو موضوع بهذا الاسم.',
    'no-day': 'أحد التاريخين غير موجود فأُهمل.',
    'days-turned': 'التاريخ الأول بعد الأخير.',
  },
}
