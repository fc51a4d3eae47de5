import type { RetentionKind } from '../../domain/retention.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';

/** What each kind is, for the seller who decides how long it is kept. */
export const RETENTION_MEANINGS: Readonly<Record<RetentionKind, Localized>> = {
  sync_logs: { ko: '동기화 기록', en: 'Sync logs.', ru: 'Журнал синхронизации.', uz: 'Sinxronlash jurnali.' },
  quiet_sync_logs: {
    ko: '새로 가져온 것이 없는 자동 동기화 기록',
    en: 'Logs of scheduled runs that found nothing new.',
    ru: 'Записи автоматических загрузок, в которых не было ничего нового.',
    uz: 'Yangi narsa topilmagan avtomatik sinxronlash yozuvlari.',
  },
  set_asides: {
    ko: '읽지 못해 따로 둔 마켓 원본 (암호화, 개인정보 포함)',
    en: 'Originals that could not be read; sealed, with personal data in them.',
    ru: 'Оригиналы, которые не удалось прочитать; зашифрованы, содержат личные данные.',
    uz: 'O‘qib bo‘lmagan asl nusxalar; shifrlangan, shaxsiy ma’lumotlar bor.',
  },
  events: {
    ko: '이벤트 기록',
    en: 'What happened, as live followers and webhooks are told.',
    ru: 'События, о которых сообщают экран и вебхуки.',
    uz: 'Ekran va vebhuklar xabar beradigan voqealar.',
  },
  webhook_deliveries: {
    ko: '웹훅 발송 기록',
    en: 'The log of webhook deliveries.',
    ru: 'Журнал доставки вебхуков.',
    uz: 'Vebhuklar yetkazish jurnali.',
  },
  inbox: {
    ko: '마켓이 보낸 웹훅 원본 (암호화, 개인정보 포함)',
    en: 'What marketplaces pushed; sealed, with personal data in it.',
    ru: 'Сообщения, присланные маркетплейсами; зашифрованы, содержат личные данные.',
    uz: 'Marketpleyslar yuborgan xabarlar; shifrlangan, shaxsiy ma’lumotlar bor.',
  },
  idempotency_keys: {
    ko: '같은 요청(Idempotency-Key)에 다시 보낼 응답',
    en: 'Answers kept for repeated requests.',
    ru: 'Ответы, сохранённые для повторных запросов.',
    uz: 'Takroriy so‘rovlar uchun saqlangan javoblar.',
  },
  call_tallies: {
    ko: '마켓 API 호출 통계',
    en: 'Counts of calls to the marketplaces.',
    ru: 'Счётчики вызовов API маркетплейсов.',
    uz: 'Marketpleys API chaqiruvlari hisobi.',
  },
  plans: {
    ko: '끝난 일괄 변경 계획. 지운 뒤에는 되돌리기(undo)를 할 수 없습니다.',
    en: 'Plans that are over. Once deleted they can no longer be undone.',
    ru: 'Завершённые планы. Удалённый план уже нельзя вернуть назад.',
    uz: 'Tugagan rejalar. O‘chirilgandan keyin qaytarib bo‘lmaydi.',
  },
  imports: {
    ko: '파일로 가져온 상품의 행별 결과. 지워도 가져온 상품과 재고는 그대로입니다.',
    en: 'Files of products with what each row came to. What was imported stays.',
    ru: 'Файлы товаров и результат каждой строки. Загруженное остаётся.',
    uz: 'Mahsulot fayllari va har bir qator natijasi. Yuklangani qoladi.',
  },
  offer_commands: {
    ko: '끝난 재고·가격 변경과 상품 등록 명령. 계획에 속한 것은 계획과 함께 보관하고, 주문에 대한 명령은 주문과 함께 계속 보관합니다.',
    en: 'Changes of stock, prices and listings that are over. Those of a plan stay as long as it; commands about orders stay with them.',
    ru: 'Завершённые изменения остатков, цен и карточек. Изменения из плана хранятся вместе с ним, действия по заказам — с заказами.',
    uz: 'Tugagan qoldiq, narx va e’lon o‘zgarishlari. Rejadagilari reja bilan, buyurtma amallari buyurtma bilan saqlanadi.',
  },
  contacts: {
    ko: '구매자 이름·전화·주소. 주문이 마지막으로 바뀐 날부터 셉니다. 진행 중인 주문은 지우지 않으며, 주문 내역은 계속 보관합니다.',
    en: "Buyers' names, phones and addresses, from the last change of the order. Open orders keep theirs; the orders stay.",
    ru: 'Имена, телефоны и адреса покупателей, считая от последнего изменения заказа. У незакрытых заказов остаются; сами заказы не удаляются.',
    uz: 'Xaridorlarning ismi, telefoni va manzili, buyurtmaning oxirgi o‘zgarishidan boshlab. Yopilmagan buyurtmalarda qoladi; buyurtmalar o‘chmaydi.',
  },
  audit: {
    ko: '감사 기록(접속기록). 법에 따라 2년 이상 보관해야 합니다.',
    en: 'The audit trail. The law wants access records kept for two years.',
    ru: 'Журнал действий. Закон требует хранить записи о доступе два года.',
    uz: 'Amallar jurnali. Qonun kirish yozuvlarini ikki yil saqlashni talab qiladi.',
  },
};
