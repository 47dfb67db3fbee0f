// Arabic: the outlet's policies on their pages, and their versions.
import type { Words } from '../words.ts'

export const policies: Words['policies'] = {
  titles: {
    editorial: 'كيف نعمل',
    corrections: 'حين نخطئ',
    ethics: 'أخلاقيات المهنة',
    ownership: 'الملكية والتمويل',
    privacy: 'الخصوصية',
  },
  footer: 'قواعدنا',
  since: 'بهذه الصيغة منذ',
  history: 'نسخ السياسات',
  historyLead: 'كل نسخ كل سياسة، الأحدث أولًا. يرى القراء أحدثها.',
  noHistory: 'لم يغيّر أحد أي سياسة بعد. من أول تغيير تبقى كل نسخة هنا.',
  names: {
    editorial: 'كيف نعمل',
    corrections: 'حين نخطئ',
    ethics: 'أخلاقيات المهنة',
    ownership: 'الملكية والتمويل',
    privacy: 'الخصوصية',
    safety: 'السلامة',
    agreement: 'الاتفاق مع المراسلين',
  },
  by: 'غيّرها',
  gone: 'شخص لم يعد هنا',
  emptied: 'أُفرغت: لم يعد القراء يرونها.',
  back: 'العودة إلى الصحيفة',
}
