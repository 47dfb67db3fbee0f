// Bulgarian: every mail the house writes. The facts and links are the newsroom's; here are only the sentences.
import type { LetterWords } from '#app/newsroom/letters/letter-words.ts'
import { formatsIn } from '../formats.ts'
import type { LetterBook } from '../letters.ts'

const { number, plural } = formatsIn('bg')

const q = (headline: string) => `„${headline}“`

const story: LetterWords['story'] = {
  receipt: ({ ref, headline, sentAt, answerBy }) => ({
    subject: `Получихме ${ref} ${headline}`,
    lines: [
      sentAt
        ? `Благодарим Ви. ${q(headline)} пристигна в редакцията на ${sentAt}. Номерът му е ${ref}.`
        : `Благодарим Ви. ${q(headline)} пристигна в редакцията. Номерът му е ${ref}.`,
      answerBy && `Ще получите отговор до ${answerBy}.`,
      'По всяко време можете да видите къде е материалът, да пишете на редакцията или да го върнете в чернова.',
    ],
  }),
  'pitch-receipt': ({ headline, answerBy }) => ({
    subject: `Идеята Ви пристигна: ${headline}`,
    lines: [`Благодарим Ви. ${q(headline)} е в редакцията.`, answerBy && `Ще получите отговор до ${answerBy}.`],
  }),
  'new-pitch': ({ headline, answerBy }) => ({
    subject: `Нова идея: ${headline}`,
    lines: [`Репортер предлага ${q(headline)}.`, answerBy && `Обещахме отговор до ${answerBy}.`],
  }),
  'pitch-welcomed': ({ headline, note }) => ({
    subject: `Да, моля, напишете го: ${headline}`,
    lines: [`Искаме да прочетем ${q(headline)}.`, note],
  }),
  'pitch-declined': ({ headline, note }) => ({
    subject: `За Вашата идея: ${headline}`,
    lines: [`Благодарим Ви за ${q(headline)}. Не можем да я приемем.`, note],
  }),
  'live-approved': ({ headline, note }) => ({
    subject: `Вашето съобщение на живо е публикувано: ${headline}`,
    lines: [
      `Благодарим. ${q(headline)} е в нашето отразяване на живо.`,
      note && 'Редакцията промени думите така:',
      note,
    ],
  }),
  'live-declined': ({ headline, note }) => ({
    subject: `За вашето съобщение на живо: ${headline}`,
    lines: [`Благодарим за ${q(headline)}. То няма да излезе в отразяването на живо.`, note],
  }),
  'live-corrected': ({ headline, note }) => ({
    subject: `Поправено: вашето съобщение на живо ${headline}`,
    lines: [`Редакцията поправи ${q(headline)}. Читателите виждат, че е поправено, и тази бележка:`, note],
  }),
  'live-removed': ({ headline, note }) => ({
    subject: `Свалено: вашето съобщение на живо ${headline}`,
    lines: [`Редакцията свали ${q(headline)}. На негово място читателите виждат причината:`, note],
  }),
  'new-live-entry': ({ headline, answerBy }) => ({
    subject: `Съобщение на живо чака отговор: ${headline}`,
    lines: [`Репортер изпрати ${q(headline)} за отразяването на живо.`, answerBy && `Обещахме отговор до ${answerBy}.`],
  }),
  'new-story': ({ ref, headline, byline, answerBy }) => ({
    subject: `Нов материал ${ref}: ${headline}`,
    lines: [`${q(headline)} дойде от: ${byline}.`, answerBy && `Обещахме отговор до ${answerBy}.`],
  }),
  'taken-back': ({ ref, headline, byline }) => ({
    subject: `Върнат в чернова: ${ref}`,
    lines: [`${q(headline)} е върнат в чернова от автора: ${byline}.`],
  }),
  withdrawn: ({ ref, headline, byline, note }) => ({
    subject: `Оттеглен: ${ref} ${headline}`,
    lines: [`${q(headline)} е оттеглен от автора: ${byline}.`, note],
  }),
  'withdrawn-receipt': ({ ref, headline }) => ({
    subject: `Оттеглен: ${ref} ${headline}`,
    lines: [`Оттеглихте ${q(headline)}. Няма да го публикуваме. Текстът остава в профила Ви.`],
  }),
  'being-read': ({ ref, headline, desk }) => ({
    subject: `Четем ${ref} ${headline}`,
    lines: [`Редактор започна да чете ${q(headline)} (${desk}).`],
  }),
  released: ({ ref, headline, deskNote }) => ({
    subject: `Отново в опашката: ${ref} ${headline}`,
    lines: [`${q(headline)} отново е в опашката и вече не е при Вас.`, deskNote],
  }),
  'taken-over': ({ ref, headline, deskNote }) => ({
    subject: `Вече при колега: ${ref} ${headline}`,
    lines: [`Отсега ${q(headline)} е при колега. Написаното от Вас се пази с материала.`, deskNote],
  }),
  'handed-over': ({ ref, headline, deskNote }) => ({
    subject: `Предаден Ви е ${ref} ${headline}`,
    lines: [`${q(headline)} вече е при Вас.`, deskNote],
  }),
  'changes-requested': ({ ref, headline, points, pointCount, note, dueBy }) => ({
    subject: `Молим Ви за промени: ${ref} ${headline}`,
    lines: [
      pointCount === 0
        ? `Искаме да публикуваме ${q(headline)} с промени, които отбелязахме в думите Ви. Моля, погледнете ги.`
        : plural(pointCount, {
            one: `Искаме да публикуваме ${q(headline)}. Липсва едно нещо:`,
            other: `Искаме да публикуваме ${q(headline)}. Липсват ${number(pointCount)} неща:`,
          }),
      points,
      note,
      dueBy && `Моля, отговорете до ${dueBy}.`,
    ],
  }),
  'sent-again': ({ ref, headline, byline }) => ({
    subject: `Изпратен отново: ${ref} ${headline}`,
    lines: [`Точките Ви имат отговор и ${q(headline)} е изпратен отново от: ${byline}.`],
  }),
  'sent-again-receipt': ({ ref, headline }) => ({
    subject: `Получихме отново ${ref} ${headline}`,
    lines: [`Благодарим Ви. Новият вариант на ${q(headline)} е в редакцията.`],
  }),
  lapsed: ({ ref, headline, forDesk }) => ({
    subject: `Засега затворен: ${ref} ${headline}`,
    lines: [
      `Срокът за промени в ${q(headline)} мина и затова затворихме материала.`,
      forDesk ? 'Авторът може да го отвори отново.' : 'Можете да го отворите отново с едно натискане.',
    ],
  }),
  'sign-off-asked': ({ ref, headline, note, dueBy }) => ({
    subject: `Моля, прегледайте редакцията: ${ref} ${headline}`,
    lines: [
      `Редактирахме ${q(headline)}. Моля, прочетете текста и кажете дали сте съгласни.`,
      note,
      dueBy && `Моля, отговорете до ${dueBy}.`,
    ],
  }),
  agreed: ({ ref, headline, byline }) => ({
    subject: `Съгласие: ${ref} ${headline}`,
    lines: [`Авторът (${byline}) е съгласен с редакцията на ${q(headline)}.`],
  }),
  objected: ({ ref, headline, byline, note }) => ({
    subject: `Възражение: ${ref} ${headline}`,
    lines: [`Авторът (${byline}) не е съгласен с редакцията на ${q(headline)}:`, note],
  }),
  approved: ({ ref, headline, note }) => ({
    subject: `Приет: ${ref} ${headline}`,
    lines: [`С радост ще публикуваме ${q(headline)}.`, note],
  }),
  'ready-to-publish': ({ ref, headline }) => ({
    subject: `Готов за публикуване: ${ref} ${headline}`,
    lines: [`${q(headline)} е одобрен.`],
  }),
  reopened: ({ ref, headline, note }) => ({
    subject: `Отворен отново: ${ref} ${headline}`,
    lines: [`${q(headline)} отново се редактира и трябва пак да бъде одобрен.`, note],
  }),
  scheduled: ({ ref, headline, publishAt }) => ({
    subject: `Ще излезе: ${ref} ${headline}`,
    lines: [publishAt ? `${q(headline)} ще излезе на ${publishAt}.` : `${q(headline)} е насрочен.`],
  }),
  unscheduled: ({ ref, headline }) => ({
    subject: `Датата е отменена: ${ref} ${headline}`,
    lines: [`${q(headline)} няма да излезе в часа, който Ви казахме. Остава приет; ще Ви пишем отново.`],
  }),
  published: ({ headline }) => ({
    subject: `Публикуван: ${headline}`,
    lines: [`${q(headline)} е на сайта. Благодарим Ви за работата.`],
  }),
  declined: ({ ref, headline, reasons, note }) => ({
    subject: `За материала Ви ${ref} ${headline}`,
    lines: [
      `Не можем да публикуваме ${q(headline)} в този вид. Защо:`,
      reasons,
      note,
      'Можете да поработите по него и да го изпратите отново под същия номер или веднъж да помолите друг редактор да го погледне.',
    ],
  }),
  rejected: ({ ref, headline, reasons, note }) => ({
    subject: `За материала Ви ${ref} ${headline}`,
    lines: [
      `Няма да публикуваме ${q(headline)}. Защо:`,
      reasons,
      note,
      'Можете веднъж да помолите друг редактор да го погледне.',
    ],
  }),
  revised: ({ ref, headline }) => ({
    subject: `Преработва се: ${ref}`,
    lines: [`${q(headline)} се преработва.`],
  }),
  appealed: ({ ref, headline, byline, note }) => ({
    subject: `Молба за втори прочит: ${ref} ${headline}`,
    lines: [`Авторът (${byline}) моли за втори прочит на ${q(headline)}:`, note],
  }),
  'appeal-receipt': ({ ref, headline }) => ({
    subject: `Молбата Ви за втори прочит: ${ref} ${headline}`,
    lines: [`Друг редактор ще погледне ${q(headline)}.`],
  }),
  'decision-reverted': ({ ref, headline, note }) => ({
    subject: `Решението е отменено: ${ref} ${headline}`,
    lines: [`Отменихме решението си за ${q(headline)}. Материалът отново е в редакцията.`, note],
  }),
  retracted: ({ ref, headline, note }) => ({
    subject: `Свален: ${ref} ${headline}`,
    lines: [`Свалихме ${q(headline)} от сайта. Публичната причина:`, note],
  }),
  unpublished: ({ ref, headline }) => ({
    subject: `Временно не е на сайта: ${ref} ${headline}`,
    lines: [`По технически причини ${q(headline)} временно не е на сайта. Остава приет.`],
  }),
  restored: ({ ref, headline }) => ({
    subject: `Отново на сайта: ${ref} ${headline}`,
    lines: [`${q(headline)} отново е на сайта.`],
  }),
  closed: ({ ref, headline }) => ({
    subject: `Затворен: ${ref} ${headline}`,
    lines: [`${q(headline)} е затворен.`],
  }),
  joined: ({ ref, headline, byline }) => ({
    subject: `Обединен с друг репортаж: ${ref} ${headline}`,
    lines: [
      `${byline} е писал(а) за същото събитие. Правим един материал от двата; ${q(headline)} е част от него и под него стоят и двата подписа.`,
      'По всяко време можете да видите къде е и да пишете на редакцията. Ще Ви съобщим, когато излезе.',
    ],
  }),
  parted: ({ ref, headline }) => ({
    subject: `Отново отделен материал: ${ref} ${headline}`,
    lines: [`Отделихме ${q(headline)} от другия репортаж. Отново е в редакцията сам за себе си.`],
  }),
  'report-receipt': ({ headline }) => ({
    subject: `Получихме съобщението Ви: ${headline}`,
    lines: [
      `Благодарим Ви. Това, което написахте за ${q(headline)}, е в редакцията. Редактор го проверява и ще Ви пише на този адрес.`,
      'Не сте били Вие? Тогава не правете нищо: ще пишем най-много още веднъж.',
    ],
  }),
  'report-answered': ({ headline, ticket, outcome, note }) => ({
    subject: `Нашият отговор: ${headline}`,
    lines: [
      ticket === 'takedown' ? `Помолихте ни да свалим ${q(headline)}.` : `Съобщихте за грешка в ${q(headline)}.`,
      outcome === 'done' ? 'Направихме нещо по въпроса.' : 'Разгледахме го и го оставяме, както е.',
      note,
    ],
  }),
  'hold-placed': ({ ref, headline, hold, deskNote }) => ({
    subject: `Задържан: ${ref} ${headline}`,
    lines: [`${q(headline)} е задържан${hold && ` (${hold})`}.`, deskNote],
  }),
  'hold-lifted': ({ ref, headline, deskNote }) => ({
    subject: `Задържането е отменено: ${ref} ${headline}`,
    lines: [`Задържането на ${q(headline)} е отменено.`, deskNote],
  }),
  'edit-answered': ({ ref, headline, byline, note }) => ({
    subject: `Отговор на редакцията: ${ref} ${headline}`,
    lines: [`Авторът (${byline}) отговори на всяка промяна в ${q(headline)}. Отхвърленото е както беше преди:`, note],
  }),
  reminder: ({ ref, headline, answerBy }) => ({
    subject: `Още се чака отговор: ${ref} ${headline}`,
    lines: [`Авторът на ${q(headline)} още чака.`, answerBy && `Обещахме отговор до ${answerBy}.`],
  }),
  'ticket-asked': ({ ref, headline, ticket, byReader }) => ({
    subject:
      ticket === 'takedown'
        ? `Искане за сваляне: ${ref} ${headline}`
        : ticket === 'error'
          ? `Съобщение за грешка: ${ref} ${headline}`
          : `Искане за поправка: ${ref} ${headline}`,
    lines: [
      ticket === 'takedown'
        ? byReader
          ? `Читател ни моли да свалим ${q(headline)}.`
          : `Авторът ни моли да свалим ${q(headline)}.`
        : ticket === 'error'
          ? `Читател съобщава за грешка в ${q(headline)}.`
          : `Авторът моли за поправка в ${q(headline)}.`,
    ],
  }),
  'ticket-answered': ({ ref, headline, ticket, outcome, note }) => ({
    subject: ticket === 'takedown' ? `Искането Ви: ${ref} ${headline}` : `Поправката Ви: ${ref} ${headline}`,
    lines: [
      ticket === 'takedown' ? `Помолихте ни да свалим ${q(headline)}.` : `Помолихте за поправка в ${q(headline)}.`,
      outcome === 'done' ? 'Направихме го.' : 'Не го направихме.',
      note,
    ],
  }),
  comment: ({ ref, headline, desk, forDesk }) => ({
    subject: `Бележка към ${ref} ${headline}`,
    lines: [
      forDesk
        ? `Има нова бележка към думи от ${q(headline)}.`
        : `Редакцията (${desk}) сложи бележка към думи от материала Ви ${q(headline)}. Ще я намерите до тези думи и можете да отговорите там.`,
    ],
  }),
  message: ({ ref, headline, desk, forDesk }) => ({
    subject: `Съобщение за ${ref} ${headline}`,
    lines: [
      forDesk
        ? `Авторът писа на редакцията за ${q(headline)}.`
        : `Имате съобщение от редакцията (${desk}) за ${q(headline)}.`,
    ],
  }),
  corrected: ({ ref, headline, note }) => ({
    subject: `Поправен: ${ref} ${headline}`,
    lines: [`${q(headline)} е поправен. Публичната бележка:`, note],
  }),
  clarified: ({ ref, headline, note }) => ({
    subject: `Пояснен: ${ref} ${headline}`,
    lines: [`${q(headline)} е пояснен. Публичната бележка:`, note],
  }),
  updated: ({ ref, headline, note }) => ({
    subject: `Допълнен: ${ref} ${headline}`,
    lines: [`${q(headline)} е допълнен. Публичната бележка:`, note],
  }),
  'error-corrected': ({ ref, headline, note }) => ({
    subject: `Вие сигнализирахте за грешка: ${ref} ${headline}`,
    lines: [`Благодарим за сигнала Ви за ${q(headline)}. Материалът е публикуван отново. Публичната бележка:`, note],
  }),
  'sign-off-lapsed': ({ ref, headline }) => ({
    subject: `Срокът за съгласие мина: ${ref} ${headline}`,
    lines: [`Срокът за отговор на редакцията на ${q(headline)} мина. Материалът е отново при редактора.`],
  }),
  'approval-wanted': ({ ref, headline }) => ({
    subject: `Нужно е още едно одобрение: ${ref} ${headline}`,
    lines: [`${q(headline)} е одобрен, а рубриката му иска и друг редактор да одобри същите думи.`],
  }),
  'sign-off-overridden': ({ ref, headline, deskNote }) => ({
    subject: `Одобрен без съгласие: ${ref} ${headline}`,
    lines: [`${q(headline)} продължи без отговора на автора на редакцията.`, deskNote],
  }),
  'retraction-asked': ({ ref, headline, deskNote }) => ({
    subject: `Поискано е сваляне: ${ref} ${headline}`,
    lines: [`Издател Ви моли да свалите ${q(headline)}:`, deskNote],
  }),
  'back-in-queue': ({ ref, headline, deskNote }) => ({
    subject: `Отново в опашката: ${ref} ${headline}`,
    lines: [`${q(headline)} е отново в опашката и може да се поеме.`, deskNote],
  }),
}

const wasItYou = 'Не бяхте Вие? Тогава веднага сменете паролата и кажете на редакцията.'

const account: LetterWords['account'] = {
  'confirm-email': () => ({
    subject: 'Потвърдете имейл адреса си',
    lines: [
      'Регистрирахте се като репортер. Моля, потвърдете, че този адрес е Ваш: дотогава можете да пишете, но не и да изпращате.',
      'Връзката важи един път, до 24 часа.',
    ],
    footer: ['Не сте се регистрирали? Тогава не правете нищо: без връзката никой не може да ползва този адрес.'],
  }),
  'already-joined': () => ({
    subject: 'Вече имате профил',
    lines: [
      'Някой, вероятно Вие, току-що опита да се регистрира с този адрес. Той вече има профил и нищо не е променено.',
      'Можете просто да влезете. Ако не помните паролата си, задайте нова: връзката важи един път, до един час.',
    ],
    footer: ['Не бяхте Вие? Тогава не правете нищо. Профилът Ви е както беше.'],
  }),
  'reset-password': () => ({
    subject: 'Нова парола',
    lines: [
      'Някой, вероятно Вие, поиска нова парола за този адрес.',
      'Връзката важи един път, до един час. С новата парола излизате отвсякъде.',
    ],
    footer: ['Не бяхте Вие? Тогава не правете нищо. Паролата Ви е както беше.'],
  }),
  'first-admin': () => ({
    subject: 'Вече ръководите тази редакция',
    lines: [
      'Получихте роля на админ. Задайте парола, за да започнете: връзката важи един път, до един час.',
      'Първо включете входа с втора стъпка в „Профил“.',
    ],
  }),
  'password-changed': () => ({
    subject: 'Паролата Ви е сменена',
    lines: ['Паролата на профила Ви току-що беше сменена и излязохте отвсякъде другаде.', wasItYou],
  }),
  'two-step': ({ on }) => ({
    subject: on ? 'Входът с втора стъпка е включен' : 'Входът с втора стъпка е изключен',
    lines: [
      on
        ? 'Отсега нататък входът иска и код от приложението освен паролата.'
        : 'Входът вече не иска код от приложението.',
      wasItYou,
    ],
  }),
  'safety-off': () => ({
    subject: 'Защитният режим е изключен',
    lines: [
      'Отсега нататък писмата ни отново назовават материалите Ви, а устройството, на което пишете, пази копие на думите Ви.',
      wasItYou,
    ],
  }),
  role: ({ role = 'contributor' }) => ({
    subject: {
      contributor: 'Ролята Ви е променена',
      editor: 'Вече сте редактор',
      admin: 'Вече сте админ',
    }[role],
    lines: [
      {
        contributor:
          'Оттук нататък пишете като автор. Редакцията е затворена за профила Ви; материалите Ви са непокътнати.',
        editor: 'Получихте роля на редактор: редакцията е отворена за Вас, с всеки материал, който чака отговор.',
        admin: 'Получихте роля на админ: редакцията е отворена за Вас, както и профилите и правата им.',
      }[role],
      'За да влезе промяната в сила, излязохте от профила. Моля, влезте отново.',
    ],
  }),
  suspended: ({ reason = '' }) => ({
    subject: 'Достъпът на профила Ви е спрян',
    lines: [
      'Достъпът на профила Ви е спрян. Засега не можете да влезете. Нищо от написаното от Вас не е изтрито.',
      reason && `Причината: ${reason}`,
      'Ако смятате, че е грешка, отговорете на това писмо или пишете на редакцията.',
    ],
  }),
  'suspension-lifted': () => ({
    subject: 'Профилът Ви отново е отворен',
    lines: ['Достъпът на профила Ви е възстановен. Можете да влизате и да пишете както преди.'],
  }),
  'newsletter-confirm': () => ({
    subject: 'Потвърдете бюлетина',
    lines: [
      'Някой, вероятно Вие, поиска да изпращаме бюлетина на този адрес. Той започва, когато го потвърдите.',
      'Връзката работи веднъж, в рамките на 24 часа.',
    ],
    footer: ['Не сте били Вие? Тогава не правете нищо: няма да получавате бюлетин, а адресът ще бъде изтрит при нас.'],
  }),
  'newsletter-already': () => ({
    subject: 'Вече получавате бюлетина',
    lines: [
      'Някой, вероятно Вие, току-що поиска бюлетина с този адрес. Адресът вече го получава и нищо не е променено.',
      'Можете да изберете колко често да идва или да го прекратите.',
    ],
    footer: ['Не сте били Вие? Тогава не правете нищо. Всичко е както преди.'],
  }),
  'identity-opened': ({ number = 0, reason = '', at = '' }) => ({
    subject: 'Самоличността Ви беше разкрита',
    lines: [
      `Самоличността Ви беше разкрита на ${at} заради № ${number}. Човек от редакцията, който има това право, видя името и имейл адреса Ви.`,
      `Посочената причина: ${reason}`,
      'Всяко разкриване остава записано на страницата Ви за безопасност. Пишете на редакцията, ако не разбирате това.',
    ],
  }),
  'identity-protected': () => ({
    subject: 'Самоличността Ви е защитена',
    lines: [
      'Админ защити самоличността Ви: редакцията Ви познава само по псевдонима на всеки материал.',
      'Само Вие можете да прекратите това, на страницата си за безопасност.',
    ],
  }),
  'protection-ended': () => ({
    subject: 'Самоличността Ви вече не е защитена',
    lines: ['Отсега нататък редакцията чете името Ви на всеки материал, който сте изпратили.', wasItYou],
  }),
  'identity-right': ({ on }) => ({
    subject: on ? 'Имате право да разкривате самоличност' : 'Вече нямате право да разкривате самоличност',
    lines: [
      on
        ? 'Получихте правото да разкриете кой е защитен автор. Всеки път посочвате причина, която авторът чете.'
        : 'Правото да разкривате кой е защитен автор Ви беше отнето.',
    ],
  }),
  'section-rights': ({ sections = [] }) => ({
    subject: 'Промени се къде можете да работите в редакцията',
    lines: [
      sections.length === 0
        ? 'Можете да редактирате и публикувате във всяка рубрика.'
        : 'Отсега нататък можете да работите в тези рубрики:',
      ...sections.map(
        ({ name, edit, publish }) =>
          `${name}: ${edit && publish ? 'редактиране и публикуване' : edit ? 'редактиране' : publish ? 'публикуване' : 'само четене'}`,
      ),
    ],
  }),
}

export const letters: LetterBook = {
  untitled: 'Без заглавие',
  nameWithheld: 'Автор (името не се посочва)',
  dear: (name) => `Здравейте, ${name},`,
  hello: (name) => `Здравейте, ${name},`,
  buttons: {
    status: 'Къде е материалът ми',
    desk: 'Отваряне в редакцията',
    read: 'Прочитане',
    answer: 'Прочитане и отговор',
    confirm: 'Потвърждаване на имейла',
    newPassword: 'Нова парола',
    firstPassword: 'Задаване на парола',
    security: 'Сигурност на профила',
    safety: 'Към Вашата безопасност',
    signIn: 'Вход',
    notices: 'Всички известия',
    newsletter: 'Започване на бюлетина',
    choices: 'Моят бюлетин',
  },
  outcomes: { done: 'Направихме го.', refused: 'Не го направихме.' },
  holds: { legal: 'правна причина', safety: 'безопасност', embargo: 'ембарго', other: 'друга причина' },
  answerThere: (desk, ref) =>
    `Моля, не отговаряйте на това писмо: пишете на редакцията (${desk}) на страницата на материал ${ref}.`,
  choose: 'Изберете кои писма да получавате',
  story,
  account,
  digest: {
    subject: (letters) => plural(letters, { one: 'Една новина днес', other: `${number(letters)} новини днес` }),
    lead: (letters) =>
      plural(letters, {
        one: 'Това се случи след последното писмо за деня:',
        other: 'Това се случи след последното писмо за деня, най-старото първо:',
      }),
    more: (letters) =>
      plural(letters, {
        one: 'И още една, сред известията Ви.',
        other: `И още ${number(letters)}, сред известията Ви.`,
      }),
  },
  veiled: {
    sender: 'Съобщения',
    subject: 'Чака Ви съобщение',
    hello: 'Здравейте,',
    news: 'Има новина за Вас. Влезте, за да я прочетете.',
    signIn: 'Вход',
    link: 'Ето връзката, която беше поискана. Важи един път, за кратко време. Ако не сте я поискали Вие, не правете нищо.',
    openLink: 'Отваряне на връзката',
    closed: ['Засега не можете да влезете. Нищо не е изтрито.', 'Ако смятате, че е грешка, отговорете на това писмо.'],
  },
}
