// Arabic: every mail the house writes. The facts and links are the newsroom's; here are only the sentences.
import type { LetterWords } from '#app/newsroom/letters/letter-words.ts'
import type { LetterBook } from '../letters.ts'
import { apart, leftToRight, storyNumber } from './marks.ts'
import { counted } from './numbers.ts'

const q = (headline: string) => `«${apart(headline)}»`

/** The number and the headline, as subjects name a story. */
const named = ({ ref, headline }: { ref: string; headline: string }) => `${leftToRight(ref)} ${apart(headline)}`

const story: LetterWords['story'] = {
  receipt: ({ ref, headline, sentAt, answerBy }) => ({
    subject: `وصلت: ${named({ ref, headline })}`,
    lines: [
      sentAt
        ? `شكرًا لك. وصلت ${q(headline)} إلى مكتب التحرير في ${sentAt}. رقمها ${leftToRight(ref)}.`
        : `شكرًا لك. وصلت ${q(headline)} إلى مكتب التحرير. رقمها ${leftToRight(ref)}.`,
      answerBy && `يصلك ردنا قبل ${answerBy}.`,
      'يمكنك في أي وقت أن ترى أين وصلت، وأن تكتب إلى مكتب التحرير، وأن تسترجعها.',
    ],
  }),
  'pitch-receipt': ({ headline, answerBy }) => ({
    subject: `وصلت فكرتك: ${headline}`,
    lines: [`شكرًا لك. ${q(headline)} عند مكتب التحرير.`, answerBy && `يصلك ردنا قبل ${answerBy}.`],
  }),
  'new-pitch': ({ headline, answerBy }) => ({
    subject: `فكرة جديدة: ${headline}`,
    lines: [`يعرض مراسل ${q(headline)}.`, answerBy && `وعدنا بالرد قبل ${answerBy}.`],
  }),
  'pitch-welcomed': ({ headline, note }) => ({
    subject: `نعم، اكتبها من فضلك: ${headline}`,
    lines: [`نود أن نقرأ ${q(headline)}.`, note],
  }),
  'pitch-declined': ({ headline, note }) => ({
    subject: `عن فكرتك: ${headline}`,
    lines: [`شكرًا على ${q(headline)}. لا نستطيع أخذها.`, note],
  }),
  'live-approved': ({ headline, note }) => ({
    subject: `نُشر خبرك في التغطية المباشرة: ${headline}`,
    lines: [`شكرًا لك. ${q(headline)} منشور الآن في تغطيتنا المباشرة.`, note && 'عدّل مكتب التحرير كلماتك لتصبح:', note],
  }),
  'live-declined': ({ headline, note }) => ({
    subject: `بشأن خبرك للتغطية المباشرة: ${headline}`,
    lines: [`شكرًا لك على ${q(headline)}. لن يظهر في تغطيتنا المباشرة.`, note],
  }),
  'live-corrected': ({ headline, note }) => ({
    subject: `صُحّح خبرك في التغطية المباشرة: ${headline}`,
    lines: [`صحّح مكتب التحرير ${q(headline)}. يرى القراء أنه صُحّح، ويرون هذه الملاحظة:`, note],
  }),
  'live-removed': ({ headline, note }) => ({
    subject: `أُزيل خبرك من التغطية المباشرة: ${headline}`,
    lines: [`أزال مكتب التحرير ${q(headline)}. يجد القراء في مكانه السبب:`, note],
  }),
  'new-live-entry': ({ headline, answerBy }) => ({
    subject: `خبر للتغطية المباشرة ينتظر: ${headline}`,
    lines: [`أرسل مراسل ${q(headline)} للتغطية المباشرة.`, answerBy && `وعدنا بالرد قبل ${answerBy}.`],
  }),
  'new-story': ({ ref, headline, byline, answerBy }) => ({
    subject: `قصة جديدة: ${named({ ref, headline })}`,
    lines: [`أرسل ${apart(byline)} ${q(headline)}.`, answerBy && `وعدنا بالرد قبل ${answerBy}.`],
  }),
  'taken-back': ({ ref, headline, byline }) => ({
    subject: `استُرجعت: ${leftToRight(ref)}`,
    lines: [`استرجع ${apart(byline)} ${q(headline)}.`],
  }),
  withdrawn: ({ ref, headline, byline, note }) => ({
    subject: `سُحبت: ${named({ ref, headline })}`,
    lines: [`سحب ${apart(byline)} ${q(headline)}.`, note],
  }),
  'withdrawn-receipt': ({ ref, headline }) => ({
    subject: `سُحبت: ${named({ ref, headline })}`,
    lines: [`سحبت ${q(headline)}. لن ننشرها، ويبقى نصك في حسابك.`],
  }),
  'being-read': ({ ref, headline, desk }) => ({
    subject: `نقرأ ${named({ ref, headline })}`,
    lines: [`بدأ محرر من ${apart(desk)} قراءة ${q(headline)}.`],
  }),
  released: ({ ref, headline, deskNote }) => ({
    subject: `عادت إلى القائمة: ${named({ ref, headline })}`,
    lines: [`عادت ${q(headline)} إلى القائمة ولم تعد بعهدتك.`, deskNote],
  }),
  'taken-over': ({ ref, headline, deskNote }) => ({
    subject: `صارت مع زميل: ${named({ ref, headline })}`,
    lines: [`صارت ${q(headline)} بعهدة زميل من الآن. وما كتبته محفوظ معها.`, deskNote],
  }),
  'handed-over': ({ ref, headline, deskNote }) => ({
    subject: `سُلّمت إليك: ${named({ ref, headline })}`,
    lines: [`صارت ${q(headline)} بعهدتك.`, deskNote],
  }),
  'changes-requested': ({ ref, headline, points, pointCount, note, dueBy }) => ({
    subject: `نطلب منك تعديلات: ${named({ ref, headline })}`,
    lines: [
      `نود أن ننشر ${q(headline)}. ${counted(pointCount, {
        zero: 'علّمنا في كلماتك تغييرات، نرجو أن تنظر فيها.',
        one: 'ينقصها أمر واحد:',
        two: 'ينقصها أمران:',
        few: `ينقصها ${pointCount} أمور:`,
        many: `ينقصها ${pointCount} أمرًا:`,
        other: `ينقصها ${pointCount} أمر:`,
      })}`,
      points,
      note,
      dueBy && `نرجو أن ترد قبل ${dueBy}.`,
    ],
  }),
  'sent-again': ({ ref, headline, byline }) => ({
    subject: `أُرسلت من جديد: ${named({ ref, headline })}`,
    lines: [`ردّ ${apart(byline)} على نقاطك وأرسل ${q(headline)} من جديد.`],
  }),
  'sent-again-receipt': ({ ref, headline }) => ({
    subject: `وصلت من جديد: ${named({ ref, headline })}`,
    lines: [`شكرًا لك. النسخة الجديدة من ${q(headline)} عند مكتب التحرير.`],
  }),
  lapsed: ({ ref, headline, forDesk }) => ({
    subject: `أُغلقت مؤقتًا: ${named({ ref, headline })}`,
    lines: [
      `انقضت مهلة تعديل ${q(headline)} فأغلقناها.`,
      forDesk ? 'يستطيع المراسل أن يفتحها من جديد.' : 'يمكنك أن تفتحها من جديد بنقرة واحدة.',
    ],
  }),
  'sign-off-asked': ({ ref, headline, note, dueBy }) => ({
    subject: `راجع تحريرنا من فضلك: ${named({ ref, headline })}`,
    lines: [`حرّرنا ${q(headline)}. نرجو أن تقرأها وتخبرنا هل توافق.`, note, dueBy && `نرجو أن ترد قبل ${dueBy}.`],
  }),
  agreed: ({ ref, headline, byline }) => ({
    subject: `موافقة: ${named({ ref, headline })}`,
    lines: [`يوافق ${apart(byline)} على تحرير ${q(headline)}.`],
  }),
  objected: ({ ref, headline, byline, note }) => ({
    subject: `اعتراض: ${named({ ref, headline })}`,
    lines: [`لا يوافق ${apart(byline)} على تحرير ${q(headline)}:`, note],
  }),
  'edit-answered': ({ ref, headline, byline, note }) => ({
    subject: `رد على التحرير: ${named({ ref, headline })}`,
    lines: [`ردّ ${apart(byline)} على كل تغيير في تحرير ${q(headline)}. ما رُفض عاد كما كان:`, note],
  }),
  reminder: ({ ref, headline, answerBy }) => ({
    subject: `ما زال ينتظر ردًّا: ${named({ ref, headline })}`,
    lines: [`ما زال كاتب ${q(headline)} ينتظر.`, answerBy && `وعدنا بالرد قبل ${answerBy}.`],
  }),
  'ticket-asked': ({ ref, headline, ticket, byReader }) => ({
    subject: `${ticket === 'takedown' ? 'طلب إزالة' : ticket === 'error' ? 'بلاغ عن خطأ' : 'طلب تصحيح'}: ${named({ ref, headline })}`,
    lines: [
      ticket === 'takedown'
        ? byReader
          ? `يطلب أحد القراء أن نزيل ${q(headline)}.`
          : `يطلب المراسل أن نزيل ${q(headline)}.`
        : ticket === 'error'
          ? `يبلّغ أحد القراء عن خطأ في ${q(headline)}.`
          : `يطلب المراسل تصحيح ${q(headline)}.`,
    ],
  }),
  'ticket-answered': ({ ref, headline, ticket, outcome, note }) => ({
    subject: `${ticket === 'takedown' ? 'طلبك' : 'تصحيحك'}: ${named({ ref, headline })}`,
    lines: [
      ticket === 'takedown' ? `طلبت أن نزيل ${q(headline)}.` : `طلبت تصحيح ${q(headline)}.`,
      outcome === 'done' ? 'فعلنا ذلك.' : 'لم نفعل ذلك.',
      note,
    ],
  }),
  approved: ({ ref, headline, note }) => ({
    subject: `قُبلت: ${named({ ref, headline })}`,
    lines: [`يسرنا أن ننشر ${q(headline)}.`, note],
  }),
  'ready-to-publish': ({ ref, headline }) => ({
    subject: `جاهزة للنشر: ${named({ ref, headline })}`,
    lines: [`اعتُمدت ${q(headline)}.`],
  }),
  reopened: ({ ref, headline, note }) => ({
    subject: `فُتحت من جديد: ${named({ ref, headline })}`,
    lines: [`يُحرَّر نص ${q(headline)} من جديد، ولا بد من اعتمادها مرة أخرى.`, note],
  }),
  scheduled: ({ ref, headline, publishAt }) => ({
    subject: `ستظهر: ${named({ ref, headline })}`,
    lines: [publishAt ? `تظهر ${q(headline)} في ${publishAt}.` : `جُدول نشر ${q(headline)}.`],
  }),
  unscheduled: ({ ref, headline }) => ({
    subject: `أُلغي الموعد: ${named({ ref, headline })}`,
    lines: [`لن تظهر ${q(headline)} في الوقت الذي أخبرناك به. تبقى مقبولة، وسنكتب إليك من جديد.`],
  }),
  published: ({ headline }) => ({
    subject: `نُشرت: ${apart(headline)}`,
    lines: [`${q(headline)} منشورة الآن. شكرًا على عملك.`],
  }),
  declined: ({ ref, headline, reasons, note }) => ({
    subject: `بشأن قصتك ${named({ ref, headline })}`,
    lines: [
      `لا نستطيع نشر ${q(headline)} كما هي. والسبب:`,
      reasons,
      note,
      'يمكنك أن تعمل عليها وترسلها من جديد بالرقم نفسه، أو أن تطلب مرة واحدة أن ينظر فيها محرر آخر.',
    ],
  }),
  rejected: ({ ref, headline, reasons, note }) => ({
    subject: `بشأن قصتك ${named({ ref, headline })}`,
    lines: [`لن ننشر ${q(headline)}. والسبب:`, reasons, note, 'يمكنك أن تطلب مرة واحدة أن ينظر فيها محرر آخر.'],
  }),
  revised: ({ ref, headline }) => ({
    subject: `يُعمل عليها: ${leftToRight(ref)}`,
    lines: [`عاد العمل على ${q(headline)}.`],
  }),
  appealed: ({ ref, headline, byline, note }) => ({
    subject: `طلب نظرة ثانية: ${named({ ref, headline })}`,
    lines: [`يطلب ${apart(byline)} نظرة ثانية في ${q(headline)}:`, note],
  }),
  'appeal-receipt': ({ ref, headline }) => ({
    subject: `طلبك نظرة ثانية: ${named({ ref, headline })}`,
    lines: [`سينظر محرر آخر في ${q(headline)}.`],
  }),
  'decision-reverted': ({ ref, headline, note }) => ({
    subject: `رجعنا عن القرار: ${named({ ref, headline })}`,
    lines: [`رجعنا عن قرارنا بشأن ${q(headline)}. عادت إلى مكتب التحرير.`, note],
  }),
  retracted: ({ ref, headline, note }) => ({
    subject: `أُزيلت: ${named({ ref, headline })}`,
    lines: [`أزلنا ${q(headline)} من النشر. السبب المعلن:`, note],
  }),
  unpublished: ({ ref, headline }) => ({
    subject: `أُنزلت عن الموقع مؤقتًا: ${named({ ref, headline })}`,
    lines: [`أُنزلت ${q(headline)} عن الموقع مؤقتًا لسبب تقني. تبقى مقبولة.`],
  }),
  restored: ({ ref, headline }) => ({
    subject: `عادت إلى النشر: ${named({ ref, headline })}`,
    lines: [`عادت ${q(headline)} إلى النشر.`],
  }),
  closed: ({ ref, headline }) => ({
    subject: `أُغلقت: ${named({ ref, headline })}`,
    lines: [`أُغلقت ${q(headline)}.`],
  }),
  joined: ({ ref, headline, byline }) => ({
    subject: `ضُمت إلى تقرير آخر: ${named({ ref, headline })}`,
    lines: [
      `كتب ${byline} عن الحدث نفسه. نجعل من التقريرين قصة واحدة، و${q(headline)} جزء منها، ويظهر تحتها التوقيعان معًا.`,
      'يمكنك أن ترى أين هي في أي وقت، وأن تكتب إلى مكتب التحرير. سنخبرك عند ظهورها.',
    ],
  }),
  parted: ({ ref, headline }) => ({
    subject: `عادت تقريرًا مستقلًا: ${named({ ref, headline })}`,
    lines: [`فصلنا ${q(headline)} عن التقرير الآخر. هي من جديد وحدها لدى مكتب التحرير.`],
  }),
  'report-receipt': ({ headline }) => ({
    subject: `وصلنا بلاغك: ${headline}`,
    lines: [
      `شكرًا لك. ما كتبته عن ${q(headline)} لدى مكتب التحرير. يتحقق منه محرر ويكتب إليك على هذا العنوان.`,
      'لم تكن أنت؟ لا تفعل شيئًا إذن: لن نكتب إلا مرة واحدة أخرى على الأكثر.',
    ],
  }),
  'report-answered': ({ headline, ticket, outcome, note }) => ({
    subject: `جوابنا: ${headline}`,
    lines: [
      ticket === 'takedown' ? `طلبت أن نزيل ${q(headline)}.` : `أبلغت عن خطأ في ${q(headline)}.`,
      outcome === 'done' ? 'عالجنا الأمر.' : 'نظرنا في الأمر ونتركه كما هو.',
      note,
    ],
  }),
  'hold-placed': ({ ref, headline, hold, deskNote }) => ({
    subject: `عُلّق نشرها: ${named({ ref, headline })}`,
    lines: [`عُلّق نشر ${q(headline)}${hold && ` (${hold})`}.`, deskNote],
  }),
  'hold-lifted': ({ ref, headline, deskNote }) => ({
    subject: `رُفع التعليق: ${named({ ref, headline })}`,
    lines: [`رُفع تعليق نشر ${q(headline)}.`, deskNote],
  }),
  comment: ({ ref, headline, desk, forDesk }) => ({
    subject: `تعليق على ${named({ ref, headline })}`,
    lines: [
      forDesk
        ? `هناك تعليق جديد على كلمات في ${q(headline)}.`
        : `علّق ${apart(desk)} على كلمات في قصتك ${q(headline)}. تجد التعليق بجانب هذه الكلمات، ويمكنك أن تجيب عنه هناك.`,
    ],
  }),
  message: ({ ref, headline, desk, forDesk }) => ({
    subject: `رسالة بشأن ${named({ ref, headline })}`,
    lines: [
      forDesk ? `كتب المراسل إلى مكتب التحرير بشأن ${q(headline)}.` : `كتب إليك ${apart(desk)} بشأن ${q(headline)}.`,
    ],
  }),
  corrected: ({ ref, headline, note }) => ({
    subject: `صُحّحت: ${named({ ref, headline })}`,
    lines: [`صُحّحت ${q(headline)}. الملاحظة المعلنة:`, note],
  }),
  clarified: ({ ref, headline, note }) => ({
    subject: `وُضّحت: ${named({ ref, headline })}`,
    lines: [`وُضّحت ${q(headline)}. الملاحظة المعلنة:`, note],
  }),
  updated: ({ ref, headline, note }) => ({
    subject: `حُدّثت: ${named({ ref, headline })}`,
    lines: [`حُدّثت ${q(headline)}. الملاحظة المعلنة:`, note],
  }),
  'error-corrected': ({ ref, headline, note }) => ({
    subject: `أبلغتَ عن خطأ: ${named({ ref, headline })}`,
    lines: [`شكرًا على بلاغك عن ${q(headline)}. نُشرت القصة من جديد. الملاحظة المعلنة:`, note],
  }),
  'sign-off-lapsed': ({ ref, headline }) => ({
    subject: `انقضت مهلة الموافقة: ${named({ ref, headline })}`,
    lines: [`انقضت مهلة الرد على تحرير ${q(headline)}. القصة عند المحرر من جديد.`],
  }),
  'approval-wanted': ({ ref, headline }) => ({
    subject: `المطلوب اعتماد آخر: ${named({ ref, headline })}`,
    lines: [`اعتُمدت ${q(headline)}، ويطلب قسمها أن يعتمد محرر آخر الكلمات نفسها.`],
  }),
  'sign-off-overridden': ({ ref, headline, deskNote }) => ({
    subject: `اعتُمدت دون موافقة المراسل: ${named({ ref, headline })}`,
    lines: [`مضت ${q(headline)} دون رد المراسل على التحرير.`, deskNote],
  }),
  'retraction-asked': ({ ref, headline, deskNote }) => ({
    subject: `طُلبت الإزالة: ${named({ ref, headline })}`,
    lines: [`يطلب منك ناشر إزالة ${q(headline)}:`, deskNote],
  }),
  'back-in-queue': ({ ref, headline, deskNote }) => ({
    subject: `في القائمة من جديد: ${named({ ref, headline })}`,
    lines: [`${q(headline)} في القائمة من جديد ويمكن استلامها.`, deskNote],
  }),
}

const wasItYou = 'لم تكن أنت؟ ضع إذًا كلمة سر جديدة فورًا وأخبر مكتب التحرير.'

const account: LetterWords['account'] = {
  'confirm-email': () => ({
    subject: 'أكّد عنوان بريدك الإلكتروني',
    lines: [
      'انضممت مراسلًا. نرجو أن تؤكد أن هذا العنوان لك: حتى ذلك الحين تستطيع أن تكتب، ولا تستطيع أن ترسل.',
      'يعمل الرابط مرة واحدة خلال 24 ساعة.',
    ],
    footer: ['لم تنضم؟ لا تفعل شيئًا إذًا: لا يستطيع أحد أن يستعمل هذا العنوان دون الرابط.'],
  }),
  'already-joined': () => ({
    subject: 'لديك حساب من قبل',
    lines: [
      'حاول أحدهم، ولعله أنت، أن ينضم بهذا العنوان. له حساب من قبل، ولم يتغير شيء.',
      'يمكنك أن تسجّل الدخول فحسب. وإن نسيت كلمة السر فضع كلمة جديدة: يعمل الرابط مرة واحدة خلال ساعة.',
    ],
    footer: ['لم تكن أنت؟ لا تفعل شيئًا إذًا. حسابك كما كان.'],
  }),
  'reset-password': () => ({
    subject: 'ضع كلمة سر جديدة',
    lines: [
      'طلب أحدهم، ولعله أنت، كلمة سر جديدة لهذا العنوان.',
      'يعمل الرابط مرة واحدة خلال ساعة. كلمة السر الجديدة تُخرجك من كل الأجهزة.',
    ],
    footer: ['لم تكن أنت؟ لا تفعل شيئًا إذًا. كلمة السر كما كانت.'],
  }),
  'first-admin': () => ({
    subject: 'أنت تدير غرفة الأخبار هذه الآن',
    lines: [
      'صرت مديرًا. ضع كلمة سر لتبدأ: يعمل الرابط مرة واحدة خلال ساعة.',
      'أول ما تفعله: فعّل الدخول بخطوتين من صفحة «الحساب».',
    ],
  }),
  'password-changed': () => ({
    subject: 'تغيرت كلمة السر',
    lines: ['تغيرت كلمة سر حسابك قبل قليل، وخرج حسابك من كل مكان آخر.', wasItYou],
  }),
  'two-step': ({ on }) => ({
    subject: on ? 'الدخول بخطوتين مفعّل' : 'الدخول بخطوتين متوقف',
    lines: [
      on ? 'من الآن يطلب تسجيل الدخول رمزًا من تطبيقك إلى جانب كلمة السر.' : 'لم يعد تسجيل الدخول يطلب رمزًا من تطبيقك.',
      wasItYou,
    ],
  }),
  'safety-off': () => ({
    subject: 'وضع السلامة متوقف',
    lines: ['من الآن تذكر رسائلنا عناوين قصصك من جديد، ويحتفظ الجهاز الذي تكتب عليه بنسخة من كلماتك.', wasItYou],
  }),
  role: ({ role = 'contributor' }) => ({
    subject: { contributor: 'تغيّر دورك', editor: 'صرت محررًا', admin: 'صرت مديرًا' }[role],
    lines: [
      {
        contributor: 'تكتب من الآن مراسلًا. مكتب التحرير مغلق أمام حسابك، وقصصك كما هي.',
        editor: 'صرت محررًا: مكتب التحرير مفتوح لك، بكل قصة تنتظر ردًّا.',
        admin: 'صرت مديرًا: مكتب التحرير مفتوح لك، وكذلك الحسابات وصلاحياتها.',
      }[role],
      'أخرجناك من حسابك ليسري التغيير. سجّل الدخول من جديد.',
    ],
  }),
  suspended: ({ reason = '' }) => ({
    subject: 'حسابك موقوف',
    lines: [
      'أُوقف حسابك. لا تستطيع الدخول الآن. لم يُحذف شيء مما كتبته.',
      reason && `السبب: ${apart(reason)}`,
      'إن رأيت أن في الأمر خطأ فردّ على هذه الرسالة أو اكتب إلى مكتب التحرير.',
    ],
  }),
  'suspension-lifted': () => ({
    subject: 'حسابك مفتوح من جديد',
    lines: ['رُفع الإيقاف عن حسابك. تستطيع أن تسجّل الدخول وتكتب كما كنت.'],
  }),
  'newsletter-confirm': () => ({
    subject: 'أكّد النشرة البريدية',
    lines: [
      'طلب أحدهم، ولعله أنت، أن نرسل النشرة البريدية إلى هذا العنوان. تبدأ حين تؤكدها.',
      'يعمل الرابط مرة واحدة، خلال 24 ساعة.',
    ],
    footer: ['لم تكن أنت؟ إذن لا تفعل شيئًا: لن تصلك النشرة، وسيُحذف هذا العنوان من عندنا.'],
  }),
  'newsletter-already': () => ({
    subject: 'تصلك النشرة البريدية بالفعل',
    lines: [
      'طلب أحدهم، ولعله أنت، النشرة البريدية بهذا العنوان قبل قليل. هي تصله بالفعل، ولم يتغير شيء.',
      'يمكنك أن تختار كم مرة تأتي، أو أن تلغيها.',
    ],
    footer: ['لم تكن أنت؟ إذن لا تفعل شيئًا. كل شيء كما كان.'],
  }),
  'identity-opened': ({ number = 0, reason = '', at = '' }) => ({
    subject: 'كُشفت هويتك',
    lines: [
      `كُشفت هويتك في ${at} بسبب القصة ${storyNumber(number)}. رأى اسمك وبريدك شخص في مكتب التحرير له هذا الحق.`,
      `السبب الذي ذكره: ${reason}`,
      'يبقى كل كشف مسجلًا في صفحة سلامتك. اكتب إلى المكتب إن لم تفهم سبب هذا الكشف.',
    ],
  }),
  'identity-protected': () => ({
    subject: 'هويتك محمية',
    lines: [
      'حمى أحد المديرين هويتك: لا يعرفك مكتب التحرير إلا بالاسم المستعار لكل قصة.',
      'أنت وحدك من يستطيع إنهاء ذلك، من صفحة سلامتك.',
    ],
  }),
  'protection-ended': () => ({
    subject: 'لم تعد هويتك محمية',
    lines: ['من الآن يقرأ مكتب التحرير اسمك على كل قصة أرسلتها.', wasItYou],
  }),
  'identity-right': ({ on }) => ({
    subject: on ? 'يحق لك كشف الهويات' : 'لم يعد يحق لك كشف الهويات',
    lines: [
      on
        ? 'مُنحت حق كشف هوية المراسل المحمي. في كل مرة تذكر سببًا يقرؤه المراسل.'
        : 'سُحب منك حق كشف هوية المراسل المحمي.',
    ],
  }),
  'section-rights': ({ sections = [] }) => ({
    subject: 'تغيّر أين تعمل في مكتب التحرير',
    lines: [
      sections.length === 0 ? 'تستطيع التحرير والنشر في كل الأقسام.' : 'من الآن تستطيع العمل في هذه الأقسام:',
      ...sections.map(
        ({ name, edit, publish }) =>
          `${apart(name)}: ${edit && publish ? 'التحرير والنشر' : edit ? 'التحرير' : publish ? 'النشر' : 'القراءة فقط'}`,
      ),
    ],
  }),
}

export const letters: LetterBook = {
  untitled: 'بلا عنوان',
  nameWithheld: 'مراسل (الاسم محجوب)',
  dear: (name) => `تحية طيبة ${apart(name)}،`,
  hello: (name) => `مرحبًا ${apart(name)}،`,
  buttons: {
    status: 'أين قصتي',
    desk: 'افتحها في مكتب التحرير',
    read: 'اقرأها',
    answer: 'اقرأ ورُدّ',
    confirm: 'أؤكد بريدي الإلكتروني',
    newPassword: 'ضع كلمة سر جديدة',
    firstPassword: 'ضع كلمة سر',
    security: 'انظر إلى أمان حسابك',
    safety: 'انظر إلى سلامتك',
    signIn: 'سجّل الدخول',
    notices: 'انظر كل الإشعارات',
    newsletter: 'ابدأ النشرة البريدية',
    choices: 'نشرتي البريدية',
  },
  outcomes: { done: 'فعلنا ذلك.', refused: 'لم نفعل ذلك.' },
  holds: { legal: 'سبب قانوني', safety: 'سلامة أشخاص', embargo: 'حظر نشر', other: 'أسباب أخرى' },
  answerThere: (desk, ref) =>
    `نرجو ألا ترد على هذه الرسالة: اكتب إلى ${apart(desk)} في صفحة القصة ${leftToRight(ref)}.`,
  choose: 'اختر الرسائل التي تصلك',
  story,
  account,
  digest: {
    subject: (news) =>
      counted(news, {
        zero: 'لا جديد اليوم',
        one: 'جديد واحد اليوم',
        two: 'جديدان اليوم',
        few: `${news} أخبار جديدة اليوم`,
        many: `${news} خبرًا جديدًا اليوم`,
        other: `${news} خبر جديد اليوم`,
      }),
    lead: (news) => (news === 1 ? 'حدث هذا منذ آخر رسالة يومية:' : 'حدث هذا منذ آخر رسالة يومية، الأقدم أولًا:'),
    more: (news) =>
      counted(news, {
        zero: 'ولا شيء آخر.',
        one: 'وخبر آخر بين إشعاراتك.',
        two: 'وخبران آخران بين إشعاراتك.',
        few: `و${news} أخبار أخرى بين إشعاراتك.`,
        many: `و${news} خبرًا آخر بين إشعاراتك.`,
        other: `و${news} خبر آخر بين إشعاراتك.`,
      }),
  },
  veiled: {
    sender: 'رسائل',
    subject: 'رسالة في انتظارك',
    hello: 'مرحبًا،',
    news: 'ثمة جديد لك. سجّل الدخول لتقرأه.',
    signIn: 'سجّل الدخول',
    link: 'هذا هو الرابط المطلوب. يعمل مرة واحدة ولوقت قصير. إن لم تطلبه فلا تفعل شيئًا.',
    openLink: 'افتح الرابط',
    closed: ['لا تستطيع الدخول الآن. لم يُحذف شيء.', 'إن رأيت أن في الأمر خطأ فردّ على هذه الرسالة.'],
  },
}
