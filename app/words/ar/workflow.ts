// Arabic: states, moves, reasons and refusals, as every screen names them.
import type { Words } from '../words.ts'
import { counted } from './numbers.ts'

type Workflow = Words['workflow']

/** A state's short name, for desks and lists. */
const states: Workflow['states'] = {
  draft: 'مسودة',
  submitted: 'جديدة',
  in_review: 'قيد المراجعة',
  changes_requested: 'طُلبت تعديلات',
  awaiting_sign_off: 'تنتظر الموافقة',
  approved: 'معتمدة',
  scheduled: 'مجدولة',
  published: 'منشورة',
  declined: 'اعتُذر عنها',
  rejected: 'مرفوضة',
  withdrawn: 'مسحوبة',
  retracted: 'أُزيلت',
  archived: 'مغلقة',
}

/** What a button that orders a move says. */
const moves: Workflow['moves'] = {
  submit: 'أرسل إلى مكتب التحرير',
  takeBack: 'استرجع القصة',
  withdraw: 'اسحب القصة',
  claim: 'استلم',
  release: 'أعد إلى القائمة',
  handOver: 'سلّم إلى زميل',
  requestChanges: 'اطلب تعديلات',
  resubmit: 'أرسل من جديد',
  lapse: 'أغلق',
  sendForSignOff: 'أرسل للموافقة',
  agree: 'أوافق',
  answerEdit: 'أرسل ردي',
  object: 'أعترض',
  overrideSignOff: 'اعتمد دون موافقة المراسل',
  approve: 'اعتمد',
  reopen: 'افتح من جديد',
  schedule: 'جدول النشر',
  unschedule: 'ألغِ الموعد',
  publish: 'انشر الآن',
  decline: 'اعتذر عنها',
  reject: 'ارفض',
  revise: 'اعمل عليها من جديد',
  appeal: 'اسأل محررًا آخر',
  revertDecision: 'تراجع عن القرار',
  retract: 'أزل من النشر',
  unpublish: 'أنزل عن الموقع',
  restore: 'أعد إلى الموقع',
  archive: 'أرشف',
  placeHold: 'علّق النشر',
  liftHold: 'ارفع التعليق',
}

/** What happened, in the log and on the status page. */
const done: Workflow['done'] = {
  submit: 'أُرسلت إلى مكتب التحرير',
  takeBack: 'استُرجعت',
  withdraw: 'سُحبت',
  claim: 'بدأ محرر قراءتها',
  release: 'عادت إلى القائمة',
  handOver: 'سُلّمت إلى محرر آخر',
  requestChanges: 'طُلبت تعديلات',
  resubmit: 'أُرسلت من جديد',
  lapse: 'أُغلقت لأن مهلة التعديلات انقضت',
  sendForSignOff: 'أُرسلت للموافقة',
  agree: 'ووفق على التحرير',
  answerEdit: 'رُدّ على التحرير تغييرًا تغييرًا',
  object: 'اعتُرض على التحرير',
  overrideSignOff: 'اعتُمدت دون موافقة المراسل',
  approve: 'اعتُمدت',
  reopen: 'فُتحت للتحرير من جديد',
  schedule: 'جُدول نشرها',
  unschedule: 'أُلغي موعد النشر',
  publish: 'نُشرت',
  decline: 'اعتُذر عنها',
  reject: 'رُفضت',
  revise: 'عاد العمل عليها',
  appeal: 'طُلبت نظرة ثانية',
  revertDecision: 'رُجع عن القرار',
  retract: 'أُزيلت من النشر',
  unpublish: 'أُنزلت عن الموقع',
  restore: 'أُعيدت إلى الموقع',
  archive: 'أُرشفت',
  placeHold: 'عُلّق نشرها',
  liftHold: 'رُفع تعليق النشر',
}

/** The sentence of each reason. */
const reasons: Workflow['reasons'] = {
  'needs-source': 'تحتاج إلى مصدر يمكننا التحقق منه.',
  'place-or-date-unclear': 'المكان أو التاريخ غير واضح.',
  'claim-unconfirmed': 'لم نستطع بعد تأكيد ما تقوله.',
  'photo-rights-missing': 'حقوق إحدى الصور ناقصة.',
  'needs-right-of-reply': 'لا بد من سؤال من تنتقدهم أولًا.',
  'opinion-not-marked': 'الرأي مختلط بالخبر؛ ولا بد من تمييز الرأي.',
  length: 'أطول أو أقصر مما يستحقه ما ترويه.',
  language: 'تحتاج اللغة إلى مزيد من العمل.',
  structure: 'يحتاج البناء إلى عمل: الخبر أولًا.',
  'not-news': 'ليست خبرًا لقرائنا.',
  'already-covered': 'سبق أن غطّيناها.',
  'too-old': 'فات أوانها.',
  advert: 'تُقرأ إعلانًا أو بيانًا دعائيًا.',
  duplicate: 'هي نفسها قصة أخرى أُرسلت إلينا.',
  copied: 'نُسخ نص أو صور من مكان آخر.',
  false: 'تبيّن لنا أنها غير صحيحة.',
  harm: 'قد تؤذي شخصًا، أو يخالف نشرها القانون.',
  'machine-text': 'تُقرأ نصًّا آليًّا بلا عمل صحفي منك.',
  'danger-to-reporter': 'قد يعرّضك نشرها للخطر.',
}

/** Why a move was not made, and what to do next. */
const refusals: Workflow['refusals'] = {
  'not-found': 'لا توجد قصة كهذه.',
  'not-allowed': 'لا يحق لك ذلك.',
  'own-story': 'أنت كاتب هذه القصة، فلا بد أن يقرر في أمرها محرر آخر.',
  'not-holder': 'لا يستطيع ذلك إلا المحرر الذي استلم القصة.',
  'second-person': 'يحتاج الرفض النهائي إلى شخصين: محرر بعهدته القصة، وآخر يرفضها.',
  'already-appealed': 'يمكن طلب نظرة ثانية مرة واحدة.',
  'email-unconfirmed': 'أكّد عنوان بريدك أولًا: الرابط في الرسالة التي أرسلناها إليك.',
  'already-moved': 'سبقك غيرك: انتقلت القصة إلى حالة أخرى. انظر إليها من جديد.',
  changed: 'تغيّرت القصة منذ فتحتها. انظر إليها من جديد؛ لم يضع شيء.',
  'changed-since-approval': 'ليست هذه الكلمات التي اعتُمدت. اعتمدها من جديد أولًا.',
  'other-words': 'تغيّرت الكلمات منذ قرأتها. اقرأها من جديد قبل أن تعتمدها.',
  'on-hold': 'نشر القصة معلّق. ارفع التعليق أولًا.',
  embargo: 'نشر القصة محظور حتى وقت لاحق.',
  'not-edited': 'لم يُحرَّر شيء، فلا شيء يُوافَق عليه.',
  'too-late': 'لا يمكن ذلك إلا في أول 30 دقيقة. أزل القصة من النشر بدلًا منه.',
  'not-due': 'لم يحن وقت ذلك بعد.',
}

/** Faults of an order and of readiness, each with what to do. */
const faults: Workflow['faults'] = {
  'no-points': 'اكتب نقطة واحدة على الأقل ينبغي أن تتغير.',
  'points-open': 'علّم كل نقطة بأنها تمت، أو رُدّ عليها، قبل أن ترسل القصة من جديد.',
  'edit-open': 'اقبل كل تغيير أجراه مكتب التحرير أو ارفضه أولًا.',
  'edit-agreed': 'قبلت كل التغييرات: وافق على التحرير بدلًا من ذلك.',
  'edit-rejected': 'رفضت بعض التغييرات: أرسل ردك، أو اقبلها قبل أن توافق.',
  'no-reasons': 'اختر سببًا واحدًا على الأقل.',
  'no-words': 'اكتب جملة يقرؤها الطرف الآخر.',
  'no-desk-words': 'اكتب جملة لمكتب التحرير.',
  'no-time': 'حدد تاريخًا ووقتًا.',
  'time-past': 'حدد وقتًا لم يأت بعد.',
  'no-such-editor': 'اختر المحرر الذي يستلمها.',
  'no-hold-kind': 'اذكر نوع التعليق.',
  'no-hold': 'لا تعليق ليُرفع.',
  'not-read': 'تعذرت قراءة الاستمارة. حاول من جديد.',
  'no-headline': 'اكتب عنوانًا.',
  'headline-long': 'العنوان طويل: ما زاد على 110 أحرف يُقطع في مواضع كثيرة.',
  'no-standfirst': 'تمهيد من جملة أو جملتين يساعد القارئ على أن يبدأ.',
  'no-copy': 'اكتب القصة.',
  'copy-short': 'القصة قصيرة جدًّا. قل من وماذا وأين ومتى، وكيف عرفت.',
  'no-dateline': 'قل أين حدث ذلك: بالمكان تبدأ القصة.',
  'no-section': 'اختر قسمًا.',
  'no-pen-name': 'اكتب الاسم المستعار، أو وقّع باسمك.',
  'no-sources': 'قل لمكتب التحرير من أخبرك: لا يقرأ ذلك غيره.',
  'picture-no-alt': 'صف الصورة لمن لا يراها، أو علّمها بأنها للزينة.',
  'picture-no-credit': 'قل لمن الصورة.',
  'picture-no-rights': 'أكّد أنك التقطت الصورة أو أن لك حق نشرها.',
  'email-unconfirmed': 'أكّد عنوان بريدك أولًا: الرابط في الرسالة التي أرسلناها إليك.',
}

/** Who is told of a move. */
const told: Workflow['told'] = {
  contributor: () => 'المراسل',
  holder: () => 'المحرر الذي بعهدته القصة',
  'former-holder': () => 'المحرر الذي كانت بعهدته',
  'new-holder': () => 'المحرر الذي يستلمها',
  section: (people) =>
    counted(people, {
      zero: 'لا محرر',
      one: 'محرر واحد',
      two: 'محرران',
      few: `${people} محررين`,
      many: `${people} محررًا`,
      other: `${people} محرر`,
    }),
  approver: () => 'المحرر الذي اعتمدها',
}

const whoActs: Workflow['whoActs'] = {
  contributor: 'المراسل',
  desk: 'مكتب التحرير',
  editor: 'المحرر الذي استلمها',
  publisher: 'ناشر',
  clock: 'الساعة',
  nobody: 'لا أحد',
}

export const workflow: Workflow = { states, moves, done, reasons, refusals, faults, told, whoActs }
