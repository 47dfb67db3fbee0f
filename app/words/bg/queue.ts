// Bulgarian: what the queue says beside its list: filters kept by name, who holds what, the selection, keys, what is new, who is there.
import { formatsIn } from '../formats.ts'
import type { Words } from '../words.ts'

const { number, plural } = formatsIn('bg')

const stories = (count: number) =>
  plural(count, { one: `${number(count)} материал`, other: `${number(count)} материала` })

export const queue: Words['queue'] = {
  filters: {
    language: 'Език',
    anyLanguage: 'Всички езици',
    risk: 'Риск',
    anyRisk: 'Всякакъв риск',
    risks: { none: 'Обичаен', care: 'С внимание', high: 'Висок' },
    holder: 'Поет от',
    anyHolder: 'Всички редактори',
    text: 'Думи или номер',
    clear: 'Изчистване на филтрите',
  },
  atLeast: (count) => `над ${number(count)}`,
  order: 'Първо най-старите',
  saved: {
    title: 'Запазени филтри',
    name: 'Име на този филтър',
    save: 'Запазване на филтъра',
    drop: (name) => `Изтриване на филтъра „${name}“`,
    notSaved: {
      'name-taken': 'Имате друг филтър с това име.',
      'too-many': 'Имате 20 филтъра. Първо изтрийте някой.',
      'nothing-asked': 'Този филтър не стеснява нищо. Първо изберете нещо.',
    },
    notSavedTitle: 'Филтърът не е запазен',
    back: 'Обратно към опашката',
    nothingSent: 'Нищо не беше изпратено',
  },
  load: {
    title: 'Кой какво е поел',
    stories,
    oldest: 'най-старият',
    nobody: 'Никой не е поел материал за преглед.',
  },
  select: {
    column: 'Избор',
    story: 'Избиране на материала',
    all: 'Избиране на всички',
    bar: 'Избрани материали',
    selected: 'избрани',
  },
  bulk: {
    allOrNone: 'Всички или нито един: ако за един не може, не се прави нищо.',
    done: (move, count) => `${move}: готово за ${stories(count)}.`,
    refusedTitle: (move) => `Не е направено: ${move}`,
    nothingDone: 'С нито един от избраните материали не е направено нищо заради този:',
    kept: (count) => `Изборът е запазен: ${stories(count)}.`,
    without: 'Без този материал',
    none: 'Изберете поне един материал.',
    notRead: 'Изборът не можа да бъде прочетен.',
    back: 'Обратно към опашката',
  },
  keys: {
    title: 'Клавиши',
    next: 'Следващ материал',
    previous: 'Предишен материал',
    open: 'Отваряне',
    claim: 'Поемане',
    select: 'Избиране',
    filter: 'Към думите на филтъра',
    show: 'Показване на новото',
    help: 'Този списък',
    on: 'Тези клавиши работят на това устройство',
    close: 'Затваряне',
  },
  live: {
    fresh: (count) => plural(count, { one: `${number(count)} нов`, other: `${number(count)} нови` }),
    moved: (count) => plural(count, { one: `${number(count)} преместен`, other: `${number(count)} преместени` }),
    show: 'Показване',
  },
  presence: {
    reading: (name) => `${name} чете`,
    editing: (name) => `${name} редактира`,
    beforeTyping: 'Разберете се кой пише, преди да започнете: запазват се само думите на този, който е поел материала.',
    takenOver: (name) => `${name} пое материала. Незапазеният Ви текст остава на тази страница.`,
    noLonger: 'Материалът вече не е при Вас. Незапазеният Ви текст остава на тази страница.',
    yours: 'Материалът вече е при Вас.',
    moved: (state) => `Материалът е преместен: ${state}.`,
    changed: 'Думите бяха запазени наново другаде.',
    reload: 'Показване както е сега',
  },
}
