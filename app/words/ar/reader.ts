// Arabic: what the reader screens say.
import type { Words } from '../words.ts'
import { apart, leftToRight } from './marks.ts'
import { counted } from './numbers.ts'

const allHours = leftToRight('24/7')

export const reader: Words['reader'] = {
  skip: 'انتقل إلى القصص',
  masthead: {
    home: (outlet) => `${apart(outlet)}، الصفحة الأولى`,
    sections: 'الأقسام',
    topics: 'موضوعات متواصلة',
    allHours,
    beAReporter: 'كن مراسلًا',
  },
  footer: {
    follow: 'تابعنا',
    rss: 'خلاصة \u2066RSS\u2069',
    thePaper: 'الصحيفة',
    editorialTeam: 'هيئة التحرير',
    beAReporter: 'كن مراسلًا',
    sections: 'الأقسام',
  },
  front: {
    title: (outlet, tagline) => (tagline ? `${apart(outlet)} – ${apart(tagline)}` : outlet),
    description: (outlet) => `آخر ما في ${apart(outlet)}: أرسله من كانوا هناك، وتحقق منه مكتب التحرير.`,
    onlyHeard: (outlet) => `${apart(outlet)}: قصص اليوم`,
    latest: 'آخر القصص',
    topics: 'متابعة على مدار الساعة',
    earlier: 'قصص أقدم',
    empty: {
      title: 'لم تُنشر القصة الأولى بعد',
      text: 'هنا مكانها. وقد تكون قصتك أنت.',
    },
  },
  earlier: {
    title: 'قصص أقدم',
    toFrontPage: 'عد إلى الصفحة الأولى',
    none: 'لا قصص أقدم.',
  },
  list: {
    next: 'قصص أقدم',
    first: 'أحدث القصص',
    empty: 'لم يُنشر شيء هنا بعد.',
    by: (name) => `بقلم ${apart(name)}`,
  },
  story: {
    title: (headline, outlet) => `${apart(headline)} – ${apart(outlet)}`,
    by: 'بقلم',
    nameWithheld: 'الاسم محجوب',
    nameWithheldWhy: 'يعرف مكتب التحرير من كتب هذا.',
    checked: (desk) => `تقرير مواطن، حرّره ${apart(desk)}`,
    published: 'نُشر',
    updated: 'حُدّث',
    seeChanges: 'انظر ما تغيّر',
    reading: (minutes) =>
      counted(minutes, {
        zero: 'أقل من دقيقة قراءة',
        one: 'دقيقة قراءة',
        two: 'دقيقتا قراءة',
        few: `${minutes} دقائق قراءة`,
        many: `${minutes} دقيقة قراءة`,
      }),
    changes: 'ما تغيّر',
    kind: { correction: 'تصحيح', clarification: 'توضيح', update: 'تحديث' },
    topics: 'الموضوعات',
    share: 'شارك هذه القصة',
    shareBy: {
      email: 'البريد الإلكتروني',
      whatsapp: 'واتساب',
      telegram: 'تيليغرام',
      facebook: 'فيسبوك',
      x: 'إكس',
      bluesky: 'بلوسكاي',
    },
    address: 'رابط للنسخ',
    moreOnTopic: (topic) => `المزيد عن ${apart(topic)}`,
    moreInSection: (section) => `المزيد من ${apart(section)}`,
  },
  invite: {
    title: 'كن مراسلًا',
    text: 'هل كنت هناك؟ هل تعرف شيئًا ناقصًا؟ اروه بكلماتك؛ يقرأ مكتب التحرير كل قصة.',
    textOnTopic: (topic) => `هل تعرف المزيد عن ${apart(topic)}؟ اروه بكلماتك؛ يقرأ مكتب التحرير كل قصة.`,
    link: 'اكتب مقالك وأرسله',
  },
  retracted: {
    title: 'أُزيلت هذه القصة',
    text: (desk) => `كانت في هذا الرابط حتى أزالها ${apart(desk)}. يبقى هذا الإشعار مكانها.`,
    reason: 'السبب',
    on: 'تاريخ الإزالة',
  },
  missing: {
    title: 'لا شيء في هذا الرابط',
    text: 'ربما كُتب الرابط خطأً، أو لم تُنشر الصفحة أصلًا.',
    toFrontPage: 'إلى الصفحة الأولى',
  },
  topic: {
    title: (title, outlet) => `${apart(title)} – ${apart(outlet)}`,
    background: 'خلفية',
    keyEvents: 'أبرز الأحداث',
    stories: 'القصص، الأحدث أولًا',
    feed: 'خلاصة \u2066RSS\u2069 لهذا الموضوع',
    allHours,
  },
  section: {
    title: (section, outlet) => `${apart(section)} – ${apart(outlet)}`,
    kicker: 'قسم',
    feed: 'خلاصة \u2066RSS\u2069 لهذا القسم',
  },
  byline: {
    title: (name, outlet) => `${apart(name)} – ${apart(outlet)}`,
    description: (name, outlet) => `قصص ${apart(name)} في ${apart(outlet)}.`,
    kicker: 'مراسل',
    stories: 'القصص المنشورة',
  },
  team: {
    title: 'هيئة التحرير',
    lead: (desk) => `أهل ${apart(desk)} يقرؤون ما يُرسل، ويسألون، ويتحققون مما يمكن التحقق منه، ويُسألون عما يُنشر.`,
    role: { admin: 'محرر مسؤول', editor: 'محرر' },
    none: 'لم يعرّف المحررون بأنفسهم بعد.',
    standards: 'كيف نعمل',
    corrections: 'حين نخطئ',
  },
  beAReporter: {
    title: 'كن مراسلًا',
    lead: (outlet) => `معظم قصص ${apart(outlet)} يرسلها من كانوا هناك. إن رأيت ما ينبغي أن يعرفه غيرك فاكتبه.`,
    onTopic: (topic) => `ستوضع قصتك تحت موضوع ${apart(topic)}.`,
    write: 'اكتب مقالك',
    writeNote: 'سيُطلب منك أن تسجّل الدخول أو أن تنضم؛ لا يستغرق ذلك إلا دقيقة.',
    steps: 'كيف يجري الأمر',
    step: [
      {
        title: 'اكتب',
        text: 'عنوان، وأين حدث ومتى، وما رأيت وكيف عرفت. أضف صورك. تُحفظ المسودات من تلقاء نفسها.',
      },
      {
        title: 'أرسل',
        text: 'زر واحد. تخبرك الصفحة قبل الإرسال بما ينقص، وبعده بموعد الرد عليك.',
      },
      {
        title: 'اعمل مع محرر',
        text: 'يقرأ محرر قصتك، وقد يطلب تعديلات ويريك كلًّا منها. لك أن ترد أو تقبل أو تسحب القصة.',
      },
      {
        title: 'تُنشر قصتك',
        text: 'باسمك أو باسم مستعار أو بلا اسم. نخبرك حين تُنشر، أو لماذا لم تُنشر.',
      },
    ],
    promise: 'متى يصلك الرد',
    promiseIntro: 'من لحظة الإرسال:',
    hours: (hours) => (hours < 48 || hours % 24 !== 0 ? withinHours(hours) : withinDays(hours / 24)),
    looksFor: 'ما ننشره',
    safety: 'سلامتك أولًا',
    agreement: 'ما نتفق عليه معًا',
    corrections: 'حين يتبين خطأ',
    desk: 'من في مكتب التحرير',
    deskLink: 'تعرّف إلى هيئة التحرير',
  },
}

function withinHours(hours: number): string {
  return counted(hours, {
    zero: 'فورًا',
    one: 'خلال ساعة',
    two: 'خلال ساعتين',
    few: `خلال ${hours} ساعات`,
    many: `خلال ${hours} ساعة`,
  })
}

function withinDays(days: number): string {
  return counted(days, {
    zero: 'فورًا',
    one: 'خلال يوم',
    two: 'خلال يومين',
    few: `خلال ${days} أيام`,
    many: `خلال ${days} يومًا`,
    other: `خلال ${days} يوم`,
  })
}
