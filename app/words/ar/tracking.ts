// Arabic: where a story is – waits, suggestions, versions, corrections – to the one who wrote it, and to the desk.
import type { Words } from '../words.ts'
import { apart } from './marks.ts'
import { counted, number } from './numbers.ts'

type Tracking = Words['tracking']

/** What comes next, in one sentence. */
const next: Tracking['next'] = {
  draft: 'لا يحدث شيء حتى ترسلها إلى مكتب التحرير.',
  submitted: 'لا شيء عليك: يقرؤها محرر ويكتب إليك.',
  in_review: 'لا شيء عليك: يقرر المحرر أو يكتب إليك.',
  changes_requested: 'اعمل على ما يطلبه مكتب التحرير، ثم أرسل القصة من جديد.',
  awaiting_sign_off: 'اقرأ ما غيّره مكتب التحرير وقل ما الذي يبقى منه.',
  approved: 'لا شيء عليك: يقرر مكتب التحرير متى تظهر.',
  scheduled: 'لا شيء عليك: تظهر من تلقاء نفسها.',
  published: 'هي بين أيدي القراء. إن كان فيها خطأ فاطلب تصحيحًا.',
  declined: 'يمكنك أن تعمل عليها وترسلها من جديد، أو أن تطلب أن ينظر فيها محرر آخر.',
  rejected: 'يمكنك أن تطلب مرة واحدة أن ينظر فيها محرر آخر.',
  withdrawn: 'لا يحدث شيء بعد هذا. يبقى نصك هنا.',
  retracted: 'لا يحدث شيء بعد هذا. يبقى الإشعار معلنًا.',
  archived: 'لا يحدث شيء بعد هذا.',
}

/** Blocks of a story by the name they have in the copy. */
const blocks: Tracking['suggestions']['blocks'] = {
  paragraph: 'فقرة',
  heading: 'عنوان فرعي',
  heading2: 'عنوان فرعي',
  heading3: 'عنوان أصغر',
  bulletList: 'قائمة',
  orderedList: 'قائمة مرقمة',
  blockquote: 'اقتباس',
  pullQuote: 'اقتباس بارز',
  factBox: 'إطار',
  figure: 'صورة',
  dateline: 'المكان والتاريخ',
  related: 'اقرأ أيضًا',
  embed: 'تضمين',
  correction: 'تصحيح',
  horizontalRule: 'فاصل',
}

/** What can change about a block beside its words. */
const attributes: Tracking['suggestions']['attributes'] = {
  type: 'نوع القطعة',
  level: 'نوع العنوان',
  start: 'أول رقم',
  place: 'المكان',
  agency: 'الوكالة',
  date: 'التاريخ',
  alt: 'الوصف',
  decorative: 'للزينة',
  credit: 'صاحب الصورة',
  layout: 'العرض',
  pictureId: 'الصورة',
  source: 'من أين الاقتباس',
  cite: 'رابط الاقتباس',
  attribution: 'من قاله',
  kind: 'النوع',
  title: 'العنوان',
  label: 'ما يقوله',
  url: 'الرابط',
  ref: 'إلى أين يقود',
  refType: 'إلى أين يقود',
  provider: 'الخدمة',
  providerId: 'المنشور أو المقطع',
}

const changesInAccusative = (count: number) =>
  counted(count, {
    zero: 'لم يُجرِ أي تغيير',
    one: 'أجرى تغييرًا واحدًا',
    two: 'أجرى تغييرين',
    few: `أجرى ${number(count)} تغييرات`,
    many: `أجرى ${number(count)} تغييرًا`,
    other: `أجرى ${number(count)} تغيير`,
  })

export const tracking: Tracking = {
  next,
  nextWord: 'الخطوة التالية',
  received: 'وصلت',
  waited: (span) => `انتظرت ${span}.`,
  halfAnswered: (span) => `نصف المراسلين يصلهم أول رد خلال ${span}.`,
  halfDecided: (span) => `نصف القصص يُقرَّر في أمرها خلال ${span}.`,
  halfAnsweredIn: (section, span) => `في قسم ${apart(section)} يصل الرد إلى النصف خلال ${span}.`,
  halfDecidedIn: (section, span) => `في قسم ${apart(section)} يُقرَّر في أمر النصف خلال ${span}.`,
  lateSince: (promised) => `وعدنا بالرد قبل ${promised}. لقد تأخرنا.`,
  late: 'تأخرنا',
  remind: 'ذكّر مكتب التحرير',
  reminded: (when) => `ذكّرت مكتب التحرير ${when}. يمكنك أن تذكّره من جديد بعد يومين.`,

  points: {
    progress: (done, all) => `تم ${number(done)} من ${number(all)}`,
    done: 'تم',
    isDone: 'تم',
    isAnswered: 'رُدّ عليه',
    isOpen: 'مفتوح',
    answer: 'الرد',
    save: 'احفظ دون إرسال',
    saveHint: 'تذهب العلامات والردود مع القصة حين ترسلها من جديد. احفظها إن أردت أن تعمل على النص أولاً.',
    openPoint: (at) => `النقطة ${number(at)} مفتوحة: علّمها أو رُدّ عليها.`,
    mend: 'حُفظت علاماتك وردودك. علّم النقاط المفتوحة أو رُدّ عليها، ثم أرسل القصة من جديد.',
    said: { answered: 'حُفظت علاماتك وردودك.' },
  },

  edits: {
    reason: 'لماذا',
    direct: 'حُرّر من غير سؤال',
    directLead: (desk, changes) =>
      counted(changes, {
        zero: 'لم يُجرَ أي تغيير من غير سؤال.',
        one: `أجرى ${apart(desk)} تغييرًا واحدًا من تلقاء نفسه، كأسلوب الصحيفة. لا يلزمك أن تجيب عنه.`,
        two: `أجرى ${apart(desk)} تغييرين من تلقاء نفسه، كأسلوب الصحيفة. لا يلزمك أن تجيب عنهما.`,
        few: `أجرى ${apart(desk)} ${number(changes)} تغييرات من تلقاء نفسه، كأسلوب الصحيفة. لا يلزمك أن تجيب عنها.`,
        many: `أجرى ${apart(desk)} ${number(changes)} تغييرًا من تلقاء نفسه، كأسلوب الصحيفة. لا يلزمك أن تجيب عنها.`,
        other: `أجرى ${apart(desk)} ${number(changes)} تغيير من تلقاء نفسه، كأسلوب الصحيفة. لا يلزمك أن تجيب عنها.`,
      }),
    madeBy: (desk) => `بقلم ${apart(desk)}`,
  },

  suggestions: {
    title: 'ما غيّره مكتب التحرير',
    lead: (desk, changes) =>
      `${apart(desk)}: ${changesInAccusative(changes)}. نرجو أن ترد قبل الموعد المذكور أعلاه؛ فبعده قد يمضي مكتب التحرير من دونك.`,
    leadDraft: (desk, changes) => `${apart(desk)}: ${changesInAccusative(changes)} في قصتك. يبقى ما لا ترفضه.`,
    reason: 'كتب مكتب التحرير:',
    progress: (answered, all) => `رددت على ${number(answered)} من ${number(all)}`,
    one: (at) => `التغيير ${number(at)}`,
    kinds: { headline: 'العنوان', standfirst: 'التمهيد' },
    removed: 'كان: ',
    added: 'صار: ',
    end: ' – ',
    listItem: 'عنصر قائمة',
    blocks,
    attributes,
    formOnly: 'الكلمات نفسها، وشكلها غيره.',
    accept: 'اقبل',
    reject: 'ارفض',
    acceptAll: 'اقبل الكل',
    rejectAll: 'ارفض الكل',
    accepted: 'مقبول',
    rejected: 'مرفوض',
    allAccepted: 'تقبل كل التغييرات. وافق تُعتمد القصة.',
    someRejected: (rejected) =>
      counted(rejected, {
        zero: 'لا ترفض شيئًا.',
        one: 'ترفض تغييرًا واحدًا. أرسل ردك تصل القصة إلى المحرر من دونه.',
        two: 'ترفض تغييرين. أرسل ردك تصل القصة إلى المحرر من دونهما.',
        few: `ترفض ${number(rejected)} تغييرات. أرسل ردك تصل القصة إلى المحرر من دونها.`,
        many: `ترفض ${number(rejected)} تغييرًا. أرسل ردك تصل القصة إلى المحرر من دونها.`,
        other: `ترفض ${number(rejected)} تغيير. أرسل ردك تصل القصة إلى المحرر من دونها.`,
      }),
    someOpen: (open) =>
      counted(open, {
        zero: 'رددت على كل التغييرات.',
        one: 'بقي تغيير واحد لم ترد عليه.',
        two: 'بقي تغييران لم ترد عليهما.',
        few: `بقيت ${number(open)} تغييرات لم ترد عليها.`,
        many: `بقي ${number(open)} تغييرًا لم ترد عليها.`,
        other: `بقي ${number(open)} تغيير لم ترد عليها.`,
      }),
    takeOver: 'ضع ردودي في القصة',
    takeOverHint: 'تخرج التغييرات التي رفضتها من مسودتك. ويبقى ما كتبته بعدها.',
    said: {
      accepted: 'قُبل.',
      rejected: 'رُفض.',
      'all-accepted': 'قُبلت كل التغييرات. ما زال بوسعك أن تغيّر أيًّا منها.',
      'all-rejected': 'رُفضت كل التغييرات. ما زال بوسعك أن تغيّر أيًّا منها.',
      'taken-over': 'ردودك في القصة.',
    },
    refused: {
      stale: 'غيّر مكتب التحرير القصة منذ فتحت هذه الصفحة. هذا هو التحرير كما هو الآن؛ لم يضع شيء.',
      changed: 'حُفظت القصة من جديد منذ فتحت هذه الصفحة. انظر إليها مرة أخرى؛ لم يضع شيء.',
      open: 'اقبل كل تغيير أو ارفضه أولًا.',
      collides: 'كتبت في موضع ترفض تغييره، فتركنا الاثنين كما هما. عدّل ذلك الموضع في القصة بنفسك.',
      'no-such-change': 'لم يعد ذلك التغيير جزءًا من التحرير. هذا هو التحرير كما هو الآن.',
    },
  },

  compare: {
    link: 'قارن النسخ',
    title: (headline) => `نسخ «${apart(headline)}»`,
    from: 'النسخة الأقدم',
    to: 'النسخة الأحدث',
    button: 'قارن',
    back: 'أين قصتي',
    why: {
      now: 'مسودتك الآن',
      autosave: 'حُفظت وأنت تكتب',
      submit: 'أُرسلت إلى مكتب التحرير',
      resubmit: 'أُرسلت من جديد',
      desk: 'حرّرها مكتب التحرير',
      restore: 'استُعيدت من نسخة أقدم',
      direct: 'حرّره المكتب دون سؤال',
      merge: 'دُمج مع تقرير آخر',
      conflict: 'حُفظت من جهاز آخر',
      suggestions: 'مع ردودك على التحرير',
    },
    numbered: (at) => `رقم ${number(at)}`,
    changes: (changes) =>
      counted(changes, {
        zero: 'هاتان النسختان متطابقتان.',
        one: 'تغيير واحد',
        two: 'تغييران',
        few: `${number(changes)} تغييرات`,
        many: `${number(changes)} تغييرًا`,
        other: `${number(changes)} تغيير`,
      }),
    unchanged: (lines) =>
      counted(lines, {
        zero: 'لا فقرة كما كانت',
        one: 'فقرة واحدة كما كانت',
        two: 'فقرتان كما كانتا',
        few: `${number(lines)} فقرات كما كانت`,
        many: `${number(lines)} فقرة كما كانت`,
      }),
    legend: 'المشطوب في النسخة الأقدم وحدها، والمسطّر تحته في الأحدث وحدها.',
    headline: 'العنوان',
    standfirst: 'التمهيد',
    text: 'النص',
    nothing: 'لا توجد حتى الآن إلا نسخة واحدة',
    nothingHint: 'تُحفظ نسخة كل عشر دقائق وأنت تكتب، ونسخة كلما أرسلت القصة.',
    restore: 'استعد النسخة الأقدم',
    restoreHint: 'يصير العنوان والتمهيد والنص كما في النسخة الأقدم. وتُحفظ مسودتك كما هي الآن نسخةً أيضًا.',
    refused: {
      'not-now': 'القصة عند مكتب التحرير ولا يمكن تغييرها الآن.',
      changed: 'حُفظت القصة من جديد منذ فتحت هذه الصفحة. انظر إليها مرة أخرى؛ لم يضع شيء.',
      gone: 'في تلك النسخة صورة لم تعد موجودة، فلم تُستعد.',
    },
    restored: 'عادت النسخة الأقدم مسودتك. والتي قبلها محفوظة.',
  },

  published: {
    title: 'منذ ظهرت',
    reads: (reads) => `قُرئت ${reads}`,
    times: (reads) =>
      counted(reads, {
        zero: 'ولا مرة',
        one: 'مرة واحدة',
        two: 'مرتين',
        few: `${number(reads)} مرات`,
        many: `${number(reads)} مرة`,
      }),
    week: (reads) => `${reads} في الأيام السبعة الماضية`,
    noReads: 'لم تُقرأ بعد، بحسب ما أحصيناه.',
    readsHint: 'تُحصى مرة في الدقيقة، دون معرفة من يقرأ.',
    ask: { correction: 'اطلب تصحيحًا', takedown: 'اطلب إزالتها' },
    asked: 'ما طلبته',
    kinds: { correction: 'تصحيح', takedown: 'إزالة', error: 'خطأ' },
    states: { open: 'عند مكتب التحرير', done: 'تم', refused: 'لم يتم' },
  },

  ticket: {
    leads: {
      correction: 'قل ما الخطأ وما الصواب وكيف عرفت. يتحقق محرر من ذلك ويكتب إليك.',
      takedown: 'قل لماذا لا ينبغي أن تكون القصة علنية. إن كان أحد في خطر فابدأ بذلك. يقرر محرر ويكتب إليك.',
    },
    fields: { correction: 'ما الخطأ وما الصواب', takedown: 'لماذا ينبغي أن تُزال' },
    send: 'أرسل إلى مكتب التحرير',
    back: 'أين قصتي',
    faults: {
      empty: 'اكتب ما على مكتب التحرير أن يفعله، ولماذا.',
      'too-long': 'هذا أطول مما ينبغي: 5000 حرف على الأكثر.',
      'already-asked': 'لك عند مكتب التحرير طلب كهذا. يرد عليه أولًا.',
      'not-published': 'لا يُطلب هذا إلا لقصة منشورة.',
    },
  },

  corrections: {
    title: 'التصحيح والإزالة',
    lead: 'ما يطلبه المراسلون والقراء بشأن القصص المنشورة، الأقدم أولًا. يصلهم ردك رسالةً.',
    empty: 'لا أحد يطلب شيئًا',
    emptyHint: 'تظهر الطلبات هنا حين يطلب مراسل تصحيح قصة منشورة أو إزالتها، أو يبلغ قارئ عن خطأ.',
    own: 'أنت كاتب هذه القصة، فيرد محرر آخر.',
    answer: 'الرد على المراسل',
    done: 'تم',
    refuse: 'ارفض',
    review: 'افتحها في مكتب التحرير',
    live: 'اقرأها على الموقع',
    older: 'المزيد',
    first: 'الأقدم',
    answered: 'الرد في طريقه.',
    onStory: (open) =>
      counted(open, {
        zero: 'لا يطلب المراسل شيئًا بشأن هذه القصة.',
        one: 'طلب واحد بشأن هذه القصة ينتظر ردًا.',
        two: 'طلبان بشأن هذه القصة ينتظران ردًا.',
        few: `${number(open)} طلبات بشأن هذه القصة تنتظر ردًا.`,
        many: `${number(open)} طلبًا بشأن هذه القصة ينتظر ردًا.`,
        other: `${number(open)} طلب بشأن هذه القصة ينتظر ردًا.`,
      }),
    answerIt: 'اقرأ ورُدّ',
    faults: {
      empty: 'اكتب ردًّا: يقرؤه المراسل.',
      'too-long': 'الرد أطول مما ينبغي: 5000 حرف على الأكثر.',
      'own-story': 'أنت كاتب هذه القصة، فلا بد أن يرد محرر آخر.',
      'already-answered': 'سبقك غيرك: رُدّ على هذا.',
      'not-found': 'لا يوجد طلب كهذا.',
    },
  },

  done: {
    reminded: 'وصل تذكيرك إلى مكتب التحرير.',
    asked: 'طلبك عند مكتب التحرير. يصلك الرد في رسالة.',
    restored: 'عادت النسخة الأقدم مسودتك. والتي قبلها محفوظة.',
  },
  notReminded: 'لم يُذكَّر مكتب التحرير: لم يتأخر، أو ذكّرته في اليومين الماضيين.',
  sureAccepted: 'نعم، اسحبها وإن قبلها مكتب التحرير',
}
