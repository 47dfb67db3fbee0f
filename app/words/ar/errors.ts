// Arabic: what pages say when something cannot be shown.
import type { Words } from '../words.ts'
import { counted, number } from './numbers.ts'

export const errors: Words['errors'] = {
  inTitle: 'خطأ: ',
  form: {
    notRead: 'تعذرت قراءة الاستمارة. حاول من جديد.',
    missing: 'هذا ناقص.',
    notAChoice: 'اختر مما في القائمة.',
    wrong: 'تعذرت قراءة هذا.',
    tooLong: (characters) => `هذا أطول مما ينبغي: الحد الأعلى لعدد الحروف ${number(characters)}.`,
    tooShort: (characters) => `هذا أقصر مما ينبغي: الحد الأدنى لعدد الحروف ${number(characters)}.`,
    tooMany: (most) => `الحد الأعلى في المرة الواحدة ${number(most)}.`,
    atLeast: (least) => `لا أقل من ${number(least)}.`,
    atMost: (most) => `لا أكثر من ${number(most)}.`,
  },
  pages: {
    400: {
      title: 'تعذرت قراءة هذا الطلب',
      text: 'في الرابط أو الاستمارة شيء غير متوقع. عد إلى الوراء وحاول من جديد.',
    },
    401: { title: 'سجّل الدخول من فضلك', text: 'هذه الصفحة لأصحاب الحسابات.' },
    403: {
      title: 'غير مفتوح لك',
      text: 'لا يسمح حسابك برؤية هذه الصفحة أو بهذا الفعل. إن رأيت أنه ينبغي أن يسمح فاسأل محررًا.',
    },
    404: {
      title: 'الصفحة غير موجودة',
      text: 'لا شيء في هذا الرابط. ربما نُقلت الصفحة، أو كُتب الرابط خطأً.',
    },
    405: {
      title: 'لا يمكن فعل ذلك هنا',
      text: 'لا يقبل هذا الرابط طلبًا من هذا النوع. عد إلى الوراء وحاول من جديد.',
    },
    409: {
      title: 'سبقك غيرك',
      text: 'تغيّر هذا بينما كنت تنظر إليه. عد إلى الوراء وأعد تحميل الصفحة وانظر من جديد.',
    },
    410: { title: 'لم يعد هنا', text: 'أُزيل ما كان في هذا الرابط.' },
    413: { title: 'أكبر مما ينبغي', text: 'ما أرسلته أكبر مما يقبله هذا الموقع.' },
    422: { title: 'ثمة ما يحتاج إلى تصحيح', text: 'في الاستمارة ما يحتاج إلى نظرة أخرى. عد إلى الوراء وحاول من جديد.' },
    429: { title: 'محاولات كثيرة', text: 'انتظر قليلًا ثم حاول من جديد.' },
    500: {
      title: 'حدث خلل عندنا',
      text: 'الخطأ منا لا منك، وقد سجّلناه. حاول من جديد بعد لحظة.',
    },
    503: { title: 'ضغط شديد الآن', text: 'لم يضع شيء. انتظر بضع ثوانٍ ثم حاول من جديد.' },
  },
  waitSeconds: (seconds) =>
    `يمكنك المحاولة من جديد ${seconds < 90 ? inSeconds(seconds) : inMinutes(Math.ceil(seconds / 60))}.`,
  problem: 'هناك مشكلة',
  requestId: 'إن كتبت إلينا بشأن هذا فاذكر الرقم:',
  toFrontPage: 'إلى الصفحة الأولى',
  toSignIn: 'سجّل الدخول',
}

function inSeconds(seconds: number): string {
  return counted(seconds, {
    zero: 'الآن',
    one: 'بعد ثانية',
    two: 'بعد ثانيتين',
    few: `بعد ${seconds} ثوانٍ`,
    many: `بعد ${seconds} ثانية`,
  })
}

function inMinutes(minutes: number): string {
  return counted(minutes, {
    zero: 'الآن',
    one: 'بعد دقيقة',
    two: 'بعد دقيقتين',
    few: `بعد ${minutes} دقائق`,
    many: `بعد ${minutes} دقيقة`,
  })
}
