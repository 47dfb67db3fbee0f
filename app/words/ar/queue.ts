// Arabic: what the queue says beside its list: filters kept by name, who holds what, the selection, keys, what is new, who is there.
import type { Words } from '../words.ts'
import { counted, number } from './numbers.ts'

const stories = (count: number) =>
  counted(count, {
    zero: 'لا مواد',
    one: 'مادة واحدة',
    two: 'مادتان',
    few: `${number(count)} مواد`,
    many: `${number(count)} مادة`,
  })

export const queue: Words['queue'] = {
  filters: {
    language: 'اللغة',
    anyLanguage: 'كل اللغات',
    risk: 'الخطورة',
    anyRisk: 'أي خطورة',
    risks: { none: 'عادية', care: 'تحتاج إلى عناية', high: 'عالية' },
    holder: 'لدى',
    anyHolder: 'أي محرر',
    text: 'كلمات أو رقم',
    clear: 'مسح عوامل التصفية',
  },
  atLeast: (count) => `أكثر من ${number(count)}`,
  order: 'الأقدم أولاً',
  saved: {
    title: 'عوامل تصفية محفوظة',
    name: 'اسم هذه التصفية',
    save: 'حفظ التصفية',
    drop: (name) => `حذف التصفية «${name}»`,
    notSaved: {
      'name-taken': 'لديك تصفية أخرى بهذا الاسم.',
      'too-many': `لديك ${number(20)} تصفية. احذف واحدة أولاً.`,
      'nothing-asked': 'هذه التصفية لا تطلب شيئاً. اختر شيئاً أولاً.',
    },
    notSavedTitle: 'لم تُحفظ التصفية',
    back: 'العودة إلى القائمة',
    nothingSent: 'لم يُرسل شيء',
  },
  load: {
    title: 'من يتولى ماذا',
    stories,
    oldest: 'أقدمها',
    nobody: 'لا أحد يتولى مادة قيد المراجعة.',
  },
  select: {
    column: 'التحديد',
    story: 'تحديد هذه المادة',
    all: 'تحديد الكل',
    bar: 'المواد المحددة',
    selected: 'محددة',
  },
  bulk: {
    allOrNone: 'كلها أو لا شيء: إذا تعذر ذلك لواحدة لم يُفعل شيء.',
    done: (move, count) => `${move}: تم، ${stories(count)}.`,
    refusedTitle: (move) => `لم يتم: ${move}`,
    nothingDone: 'لم يُفعل شيء بأي من المواد المحددة بسبب هذه المادة:',
    kept: (count) => `التحديد محفوظ: ${stories(count)}.`,
    without: 'نفّذ دون هذه المادة',
    none: 'حدد مادة واحدة على الأقل.',
    notRead: 'تعذرت قراءة التحديد.',
    back: 'العودة إلى القائمة',
  },
  keys: {
    title: 'لوحة المفاتيح',
    next: 'المادة التالية',
    previous: 'المادة السابقة',
    open: 'فتحها',
    claim: 'توليها',
    select: 'تحديدها',
    filter: 'إلى كلمات التصفية',
    show: 'عرض الجديد',
    help: 'هذه القائمة',
    on: 'استخدام هذه المفاتيح على هذا الجهاز',
    close: 'إغلاق',
  },
  live: {
    fresh: (count) => `الجديد: ${number(count)}`,
    moved: (count) => `المنقول: ${number(count)}`,
    show: 'عرض',
  },
  presence: {
    reading: (name) => `${name} يقرأ الآن`,
    editing: (name) => `${name} يحرر الآن`,
    beforeTyping: 'اتفقوا على من يكتب قبل أن تبدأ: لا تُحفظ إلا كلمات من يتولى المادة.',
    takenOver: (name) => `تولى ${name} هذه المادة. نصك غير المحفوظ باقٍ في هذه الصفحة.`,
    noLonger: 'لم تعد تتولى هذه المادة. نصك غير المحفوظ باقٍ في هذه الصفحة.',
    yours: 'أنت تتولى هذه المادة الآن.',
    moved: (state) => `انتقلت المادة: ${state}.`,
    changed: 'حُفظت الكلمات من جديد في مكان آخر.',
    reload: 'عرضها كما هي الآن',
  },
}
