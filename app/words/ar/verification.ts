// Arabic: what the desk verifies, how it says so, and what of it readers are told.
import type { Words } from '../words.ts'
import { apart, storyNumber } from './marks.ts'
import { counted, number } from './numbers.ts'

type Verification = Words['verification']

const checks: Verification['checks'] = {
  source: {
    name: 'المصدر',
    means: 'يعرف مكتب التحرير من يقول هذا وكيف عرفه.',
    readers: 'المصدر',
  },
  date: {
    name: 'التاريخ',
    means: 'حدث ذلك في اليوم الذي تذكره القصة.',
    readers: 'التاريخ',
  },
  place: {
    name: 'المكان',
    means: 'حدث ذلك حيث تقول القصة: تؤكده خريطة أو معلَم أو شاهد ثان.',
    readers: 'المكان',
  },
  original: {
    name: 'أصل أم نسخة',
    means: 'الكلمات والصور للمراسل نفسه، أو ذُكر لمن هي.',
    readers: 'أصالة النص والصور',
  },
  consent: {
    name: 'الموافقة',
    means: 'من ذُكر اسمه أو أمكن التعرف عليه موافق، أو هناك سبب للاستغناء عن موافقته.',
    readers: 'موافقة من يظهرون فيها',
  },
  'right-of-reply': {
    name: 'حق الرد',
    means: 'سُئل من وُجّه إليه النقد عن رده، والرد مذكور في القصة.',
    readers: 'حق الرد',
  },
}

export const verification: Verification = {
  title: 'التحقق',
  pageTitle: (story) => `التحقق من القصة ${storyNumber(story)}`,
  back: 'العودة إلى القصة',
  lead: 'ما تكتبه هنا يقرؤه مكتب التحرير وحده. يعرف القراء أي الفحوص أُجري، لا كيف أُجري.',
  progress: (answered, asked) => `تم التحقق من ${number(answered)} من ${number(asked)}`,
  nothingAsked: 'لا يطلب هذا القسم أي فحص.',
  states: { complete: 'مكتمل', open: 'مفتوح', overridden: 'متجاوَز' },
  checks,
  checkStates: { open: 'مفتوح', done: 'تم التحقق', 'not-needed': 'لا حاجة إليه' },
  record: 'تسجيل',
  change: 'تغيير',
  outcome: 'النتيجة',
  evidence: 'كيف عرفت؟',
  evidenceHint: 'من سألت وبماذا قارنت. هذا لازم ما لم يبق الفحص مفتوحًا.',
  save: (check) => `حفظ «${check}»`,
  others: 'فحوص أخرى',
  override: {
    open: 'السماح بالمرور دون فحص…',
    title: 'السماح للقصة بالمرور دون فحص',
    lead: (open) =>
      counted(open, {
        zero: 'لا فحص مفتوح.',
        one: 'هناك فحص واحد مفتوح. يمكن قبول القصة من دونه إن ذكرت السبب. يبقى اسمك وسببك مع القصة.',
        two: 'هناك فحصان مفتوحان. يمكن قبول القصة من دونهما إن ذكرت السبب. يبقى اسمك وسببك مع القصة.',
        few: `هناك ${number(open)} فحوص مفتوحة. يمكن قبول القصة من دونها إن ذكرت السبب. يبقى اسمك وسببك مع القصة.`,
        many: `هناك ${number(open)} فحصًا مفتوحًا. يمكن قبول القصة من دونها إن ذكرت السبب. يبقى اسمك وسببك مع القصة.`,
      }),
    reason: 'لماذا لا تحتمل الانتظار',
    button: 'السماح بالمرور',
    cancel: 'إلغاء',
    shown: 'سُمح بتجاوزه، والسبب:',
    revoke: 'التراجع عن هذا',
  },
  log: {
    title: 'ما سُجّل',
    acts: {
      open: 'أعيد فتحه',
      done: 'تم التحقق',
      'not-needed': 'لا حاجة إليه',
      override: 'سُمح بالمرور دون فحص',
      revoke: 'تم التراجع: لا بد من التحقق',
      original: 'أُخرج الملف الأصلي',
    },
    somebody: 'شخص حُذف حسابه',
  },
  done: { check: 'سُجّل الفحص.', override: 'يمكن للقصة أن تمر.', revoke: 'عادت الفحوص المفتوحة لازمة.' },
  refused: {
    'not-found': 'لا توجد قصة كهذه.',
    'not-allowed': 'لا يسجّل الفحوص إلا مكتب التحرير.',
    'own-story': 'أنت كاتب هذه القصة، فلا بد أن يتحقق منها محرر آخر.',
    interest: 'صرّحت بأن لك مصلحة في هذه القصة، فلا بد أن يتحقق منها محرر آخر.',
    closed: 'القصة مغلقة. تبقى فحوصها كما هي.',
    'no-such-check': 'لا يوجد فحص كهذا.',
    'no-evidence': 'قل كيف عرفت. من دون ذلك لا يستطيع أحد أن يعتمد على الفحص.',
    'no-reason': 'قل لماذا يمكن للقصة أن تمر من دون هذه الفحوص.',
    'too-long': 'هذا طويل جدًا: 2000 حرف على الأكثر.',
    changed: 'سجّل أحدهم هذا الفحص منذ أن فتحت الصفحة. اقرأ ما وجده، ثم احفظ ما عندك من جديد.',
    'nothing-open': 'لم يبق شيء مفتوح، فلا شيء يُتجاوز.',
    'already-overridden': 'سمح أحدهم للقصة بالمرور من قبل.',
    'not-overridden': 'تم التراجع عن هذا من قبل.',
  },
  likeness: {
    title: 'تشبه قصصًا أخرى',
    share: (percent) => `${apart(percent)} من تتابع الكلمات متطابق`,
    sent: 'أُرسلت',
    probably: 'يرجح أنهما نص واحد في نسختين.',
    sameReporter: 'من المراسل نفسه: يرجح أنها نسخة جديدة من تلك القصة.',
    sideBySide: 'قراءة النصين جنبًا إلى جنب',
    mine: 'هذه القصة',
    marked: 'ما يقوله النصان معًا معلَّم.',
    join: 'ضم القصتين…',
    local: 'جرت المقارنة هنا مع المنشور والمنتظر والمرفوض. لم يُرسل شيء إلى أي مكان.',
    none: 'لا يُعرف هنا ما يشبهها.',
    picture: {
      sameFile: 'الملف نفسه في',
      sameLook: 'الصورة نفسها أو ما يكاد يطابقها في',
      other: 'صورة في القصة الأخرى',
    },
  },
  readers: (checked) => `تحقق مكتب التحرير من: ${checked}.`,
}
