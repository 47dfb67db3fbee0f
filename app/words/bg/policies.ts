// Bulgarian: the outlet's policies on their pages, and their versions.
import type { Words } from '../words.ts'

export const policies: Words['policies'] = {
  titles: {
    editorial: 'Как работим',
    corrections: 'Когато грешим',
    ethics: 'Етика',
    ownership: 'Собственост и финансиране',
    privacy: 'Поверителност',
  },
  footer: 'Нашите правила',
  since: 'В този вид от',
  history: 'Версии на правилата',
  historyLead: 'Всички версии на всяко правило, първо най-новите. Читателите виждат най-новата.',
  noHistory: 'Още никой не е променял правилата. От първата промяна нататък всяка версия остава тук.',
  names: {
    editorial: 'Как работим',
    corrections: 'Когато грешим',
    ethics: 'Етика',
    ownership: 'Собственост и финансиране',
    privacy: 'Поверителност',
    safety: 'Безопасност',
    agreement: 'Споразумение с репортерите',
  },
  by: 'Променено от',
  gone: 'някого, който вече не е тук',
  emptied: 'Изпразнено: читателите вече не го виждат.',
  back: 'Обратно към изданието',
}
