import type { ProblemCode } from './catalogue.ts';
import type { Said } from './said.ts';

/** The problems in Uzbek. */
export const UZBEK: Readonly<Record<ProblemCode, Said>> = {
  token_missing: {
    title: 'Kirish kerak',
    detail:
      'So‘rovda API token yo‘q. "Authorization: Bearer moa_…" sarlavhasini qo‘shing yoki tizimga kiring.',
  },
  token_unknown: {
    title: 'Token mos kelmaydi',
    detail: 'Bunday token berilmagan yoki bekor qilingan. Nusxalashda kesilib qolmaganini tekshiring.',
  },
  token_expired: {
    title: 'Token muddati tugagan',
    detail: 'Tokenning amal qilish muddati tugadi. Yangisini oling.',
  },
  session_ended: {
    title: 'Qayta kiring',
    detail: 'Seans tugagan yoki boshqa qurilmada chiqilgan.',
  },
  wrong_password: {
    title: 'Kirib bo‘lmadi',
    detail: 'E-pochta yoki parol noto‘g‘ri.',
  },
  role_too_low: {
    title: 'Huquq yetarli emas',
    detail: 'Rolingiz bunga ruxsat bermaydi. Egasidan (owner) huquq so‘rang.',
  },
  no_business: {
    title: 'Korxona yo‘q',
    detail: 'Siz kirdingiz, lekin hech bir korxonaga qo‘shilmagansiz. Administratordan qo‘shishni so‘rang.',
  },
  foreign_origin: {
    title: 'So‘rov boshqa saytdan kelgan',
    detail:
      'Seans cookie bilan faqat shu manzil sahifalaridan o‘zgartirish mumkin. Dasturlar API tokendan foydalanadi.',
  },
  not_found: {
    title: 'Topilmadi',
    detail: 'Bu raqam ostida hech narsa yo‘q yoki u sizga ko‘rinmaydi.',
  },
  no_picture: {
    title: 'Ko‘rsatadigan rasm yo‘q',
    detail:
      'Bu manzildan rasm olinmadi. Ochiq https manzildagi JPG, PNG, GIF, WebP yoki BMP fayl kerak, 10 MB dan oshmasin.',
  },
  hook_unknown: {
    title: 'Bunday vebhuk manzili yo‘q',
    detail:
      'Bunday vebhuk manzili yaratilmagan yoki yangisiga almashtirilgan. Do‘kon sozlamalarida manzilni qayta yarating va marketpleysda ro‘yxatdan o‘tkazing.',
  },
  push_refused: {
    title: 'Vebhuk tasdiqlanmadi',
    detail:
      'Buni marketpleys yuborgani tasdiqlanmadi, shuning uchun qabul qilinmadi. Do‘kondagi vebhuk kaliti marketpleysdagi bilan bir xilligini tekshiring.',
  },
  route_unknown: {
    title: 'Bunday manzil yo‘q',
    detail: 'API’da bunday yo‘l yoki metod yo‘q. Ro‘yxat /docs sahifasida.',
  },
  malformed_body: {
    title: 'So‘rov matnini o‘qib bo‘lmadi',
    detail: 'So‘rov matni to‘g‘ri JSON emas.',
  },
  body_too_large: {
    title: 'So‘rov matni juda katta',
    detail:
      'Matn 1 MB gacha, mahsulot va reja 4 MB gacha, mahsulotlar fayli 30 MB gacha bo‘lishi mumkin. Bo‘lib yuboring.',
  },
  media_type_unsupported: {
    title: 'JSON yuboring',
    detail: 'So‘rov matni "Content-Type: application/json" bilan yuborilishi kerak.',
  },
  idempotency_key_in_progress: {
    title: 'Xuddi shunday so‘rov bajarilmoqda',
    detail:
      'Shu Idempotency-Key bilan so‘rov hali bajarilmoqda. Biroz keyin qayta yuboring — o‘sha javob keladi.',
  },
  idempotency_key_reused: {
    title: 'Bu Idempotency-Key avval ishlatilgan',
    detail: 'Bu kalit boshqa mazmundagi so‘rovga tegishli. Yangi kalit oling.',
  },
  code_taken: {
    title: 'Kod band',
    detail: 'Bu kod boshqa mahsulotda bor. Boshqasini kiriting.',
  },
  sku_unknown: {
    title: 'Bunday SKU yo‘q',
    detail: 'Bu raqamdagi SKU yo‘q. Mahsulotning skus ro‘yxatidagi id ni kiriting.',
  },
  listing_item_unknown: {
    title: 'Bunday variant yo‘q',
    detail: 'Bu raqamdagi variant yo‘q. E’lonning items ro‘yxatidagi id ni kiriting.',
  },
  sku_twice_in_link: {
    title: 'Bir SKU ikki marta ko‘rsatilgan',
    detail: 'Bog‘lanishda har bir SKU bir marta yoziladi. Miqdorlarni qo‘shib, bir marta yuboring.',
  },
  listing_not_there_yet: {
    title: 'Marketpleysda hali yo‘q',
    detail: 'Marketpleys e’longa hali raqam bermagan. Qabul qilgandan keyin qayta urinib ko‘ring.',
  },
  listing_gone: {
    title: 'Marketpleysda endi yo‘q',
    detail:
      'E’lon marketpleysda endi yo‘q, savdo holatini o‘zgartirib bo‘lmaydi. Yana sotish uchun qaytadan joylang.',
  },
  listing_unknown: {
    title: 'Bunday e’lon yo‘q',
    detail: 'Bu raqamli e’lon yo‘q.',
  },
  listing_linked: {
    title: 'U allaqachon bog‘langan',
    detail: 'E’lon variantlari allaqachon mahsulotga bog‘langan. Qolganlarini ham o‘sha mahsulotga bog‘lang.',
  },
  listing_unfit: {
    title: 'Undan mahsulot yaratib bo‘lmaydi',
    detail:
      'Marketpleys narx yoki variantlarni bildirmagan yoki variantlar juda ko‘p. Mahsulotni o‘zingiz qo‘shib, bog‘lang.',
  },
  listing_alike: {
    title: 'Shu kodli mahsulot bor',
    detail: 'Mahsulotlaringizdan birida shu e’lon kodi bor. Agar bir narsa bo‘lsa, e’lonni unga bog‘lang.',
  },
  location_unknown: {
    title: 'Bunday ombor yo‘q',
    detail: 'Bu raqamdagi ombor yo‘q. Ro‘yxat: GET /locations.',
  },
  same_location: {
    title: 'Bu o‘sha ombor',
    detail: 'Tovarni turgan joyiga ko‘chirib bo‘lmaydi. Boshqa omborni tanlang.',
  },
  not_enough_stock: {
    title: 'Qoldiq yetmaydi',
    detail: 'U yerda buncha tovar yo‘q.',
  },
  location_name_taken: {
    title: 'Bunday nomli ombor bor',
    detail: 'Bu nom band. Boshqasini kiriting.',
  },
  nothing_to_restock: {
    title: 'Hech narsa qaytmagan',
    detail: 'Bu murojaat bo‘yicha tovar hali qaytmagan yoki u qoldiqdan chiqmagan.',
  },
  changed_meanwhile: {
    title: 'Shu orada o‘zgardi',
    detail: 'Siz o‘qigandan keyin boshqa odam o‘zgartirdi. Qayta o‘qing, keyin o‘zgartiring.',
  },
  too_many_price_rules: {
    title: 'Narx qoidalari juda ko‘p',
    detail: 'Kerak bo‘lmagan narx qoidalarini o‘chiring.',
  },
  too_many_imports: {
    title: 'Tasdiqlanmagan yuklamalar juda ko‘p',
    detail: 'Avval yuborilgan fayllarni tasdiqlang yoki o‘chiring, keyin buni qayta yuboring.',
  },
  shipment_list_refused: {
    title: 'Jo‘natmalar ro‘yxatini o‘qib bo‘lmadi',
    detail:
      'Buyurtma raqami, yetkazib beruvchi va nakladnoy raqami ustunlari bor Excel (.xlsx) yoki CSV fayl yuklang.',
  },
  import_not_ready: {
    title: 'Fayl hali tekshirilmoqda',
    detail: 'Barcha qatorlar tekshirilgach tasdiqlash mumkin. Biroz keyin urinib ko‘ring.',
  },
  import_decided: {
    title: 'Bu yuklama bo‘yicha qaror qilingan',
    detail:
      'U tasdiqlangan yoki fayli o‘qilmaydi, qaror qiladigan narsa yo‘q. Kerak bo‘lsa faylni qayta yuboring.',
  },
  import_changed: {
    title: 'Shu orada mahsulotlar o‘zgardi',
    detail:
      'Ko‘rib chiqish tayyorlangandan keyin mahsulotlar o‘zgardi. Hech narsa saqlanmadi, qatorlar qayta tekshirilmoqda. Yangi natijani ko‘rib, tasdiqlang.',
  },
  import_has_bad_rows: {
    title: 'Tuzatish kerak bo‘lgan qatorlar bor',
    detail:
      'Ba’zi qatorlarda xato bor, shuning uchun hech narsa saqlanmadi. Tuzatib qayta yuboring yoki ularni tashlab ketish uchun `skip_bad: true` yuboring.',
  },
  import_empty: {
    title: 'Hech narsa o‘zgarmaydi',
    detail: 'Bu fayl bilan yangi yoki o‘zgaradigan mahsulot yo‘q.',
  },
  product_on_sale: {
    title: 'Mahsulot sotuvda',
    detail: 'Uni hali sotayotgan do‘kon bor. Avval u yerda sotuvdan oling.',
  },
  invalid_request: {
    title: 'So‘rovda tuzatish kerak',
    detail: 'Quyidagi maydonlarni tuzatib, qayta yuboring.',
  },
  unknown_platform: {
    title: 'Noma’lum marketpleys',
    detail: 'Bu marketpleysga ulanib bo‘lmaydi.',
  },
  carrier_unknown: {
    title: 'Noma’lum yetkazib beruvchi',
    detail: 'Bu yetkazib beruvchi bu marketpleysda ishlamaydi. Quyidagi ro‘yxatdan tanlang.',
  },
  not_offered: {
    title: 'Marketpleysda bunday imkoniyat yo‘q',
    detail: 'Bu marketpleys API’sida bunday funksiya yo‘q.',
  },
  line_not_found: {
    title: 'Bu buyurtmada bunday qator yo‘q',
    detail: 'Ko‘rsatilgan qator bu buyurtmaga tegishli emas.',
  },
  nothing_to_do: {
    title: 'Hozirgi holatda mumkin emas',
    detail: 'Bu buyurtmada hozir shunday qilinadigan qator yo‘q.',
  },
  cancel_requested: {
    title: 'Xaridor bekor qilishni so‘ragan',
    detail: 'Xaridor buyurtmani bekor qilishni so‘radi. Avval shu so‘rovni hal qiling.',
  },
  line_locked: {
    title: 'Sotuvchi buni o‘zgartira olmaydi',
    detail: 'Bu qator bilan marketpleysning o‘zi shug‘ullanadi.',
  },
  reason_unknown: {
    title: 'Sababni tanlang',
    detail: '`reason` ga marketpleysning o‘z sabablaridan birini yozing.',
  },
  penalty_not_accepted: {
    title: 'Buning uchun jarima bor',
    detail:
      'Marketpleys buni sizga qarshi hisoblaydi. Buni ko‘rgan bo‘lsangiz, `penalty_accepted: true` yuboring.',
  },
  one_line_only: {
    title: 'Bitta qatorni tanlang',
    detail: 'Miqdorning bir qismi bitta qatorga tegishli. `line_ids` da faqat bittasini ko‘rsating.',
  },
  quantity_wrong: {
    title: 'Miqdor mos kelmaydi',
    detail: 'U qolgan miqdorga to‘g‘ri kelmaydi.',
  },
  claim_not_now: {
    title: 'Hozirgi holatda mumkin emas',
    detail: 'Bu murojaat bilan hozir bunday qilib bo‘lmaydi.',
  },
  claim_kind_wrong: {
    title: 'Bu turdagi murojaat uchun emas',
    detail: 'Bekor qilish, qaytarish va almashtirish har xil hal qilinadi.',
  },
  claim_input_missing: {
    title: 'Nimadir yetishmaydi',
    detail: 'Bu amal uchun marketpleysga ko‘proq ma’lumot kerak.',
  },
  nothing_to_resolve: {
    title: 'Hal qiladigan narsa yo‘q',
    detail: 'Bu murojaatda odam qaror qiladigan ish yo‘q yoki hal qilingan.',
  },
  run_finished: {
    title: 'Sinxronlash tugagan',
    detail: 'U allaqachon tugagan, to‘xtatadigan narsa yo‘q. Natijasi sinxronlash jurnalida.',
  },
  too_many_schedules: {
    title: 'Jadvallar juda ko‘p',
    detail: 'Boshqa yaratib bo‘lmaydi. Kerak bo‘lmaganlarini o‘chiring.',
  },
  too_many_streams: {
    title: 'Jonli ulanishlar juda ko‘p',
    detail:
      'Korxona bir vaqtda ocha oladigan barcha ulanishlar ochiq. Ortiqcha oynalarni yopib, qayta urinib ko‘ring.',
  },
  account_disconnected: {
    title: 'Do‘kon uzilgan',
    detail: 'Bu buyurtma do‘koni endi ulanmagan, hech narsa yuborib bo‘lmaydi. Uni qayta ulang.',
  },
  account_disabled: {
    title: 'Do‘kon o‘chirilgan',
    detail: 'O‘chirilgan do‘kondan hech narsa o‘qilmaydi. Do‘kon sozlamalarida yoqing.',
  },
  nothing_to_retry: {
    title: 'Takrorlaydigan narsa yo‘q',
    detail: 'Bu sinxronlash xatosiz tugadi. Yana o‘qish uchun buyurtmalarni sinxronlashni boshlang.',
  },
  still_running: {
    title: 'Hali bajarilmoqda',
    detail: 'Sinxronlash hali tugamadi. Natijasini ko‘rib, keyin qayta urinib ko‘ring.',
  },
  email_taken: {
    title: 'E-pochta band',
    detail: 'Bu e-pochta bilan boshqa odam kiradi. Boshqasini kiriting.',
  },
  last_owner: {
    title: 'Oxirgi ega qoladi',
    detail: 'Korxonada ega bo‘lishi kerak. Avval boshqa odamni ega qiling.',
  },
  own_password: {
    title: 'Bu o‘zingizning parolingiz',
    detail: 'O‘z parolingizni hisobingizda, hozirgi parol bilan o‘zgartiring.',
  },
  works_elsewhere: {
    title: 'U boshqa korxonada ham ishlaydi',
    detail:
      'Shu parol boshqa korxonani ham ochadi, shuning uchun bu yerda almashtirib bo‘lmaydi. O‘zi o‘zgartirsin.',
  },
  too_many_tokens: {
    title: 'API tokenlar juda ko‘p',
    detail: 'Boshqa berib bo‘lmaydi. Ishlatilmaydigan tokenni bekor qiling.',
  },
  too_many_webhooks: {
    title: 'Vebhuklar juda ko‘p',
    detail: 'Boshqa qo‘shib bo‘lmaydi. Kerak bo‘lmagan vebhukni o‘chiring.',
  },
  webhook_paused: {
    title: 'Vebhuk to‘xtatilgan',
    detail: 'Vebhuk to‘xtatilganda qayta yuborilmaydi. Avval uni davom ettiring (resume).',
  },
  plan_not_ready: {
    title: 'Reja hali tayyor emas',
    detail: 'Hozirgi qiymatlar o‘qilmoqda. Holati ready bo‘lgach tasdiqlang.',
  },
  plan_changed: {
    title: 'Reja o‘zgargan',
    detail: 'Bu siz yuborgan version emas. Rejani qayta ko‘rib, hozirgi version bilan tasdiqlang.',
  },
  plan_decided: {
    title: 'Reja bo‘yicha qaror qilingan',
    detail: 'U tasdiqlangan, bekor qilingan yoki tugagan.',
  },
  plan_expired: {
    title: 'Reja muddati tugagan',
    detail: '24 soat ichida hech kim tasdiqlamadi. Rejani qayta tuzing.',
  },
  plan_empty: {
    title: 'Yuboradigan narsa yo‘q',
    detail: 'Hammasi allaqachon shunday yoki bajarib bo‘lmaydi. Sababi har bir qatorda yozilgan.',
  },
  plan_at_work: {
    title: 'Reja hali bajarilmoqda',
    detail: 'Tugagandan keyin qaytaring yoki to‘xtatish uchun avval rejani bekor qiling.',
  },
  plan_not_undoable: {
    title: 'Rejani qaytarib bo‘lmaydi',
    detail: 'Kuchga kirgan va avvalgi qiymati ma’lum bo‘lgan narsa yo‘q.',
  },
  command_open: {
    title: 'Hali bajarilmoqda',
    detail: 'U hali yuborilmoqda yoki tekshirilmoqda. O‘zi davom etadi, qayta bosish shart emas.',
  },
  command_canceled: {
    title: 'Bekor qilingan',
    detail: 'Bekor qilingan amalni takrorlab bo‘lmaydi. Kerak bo‘lsa yangidan so‘rang.',
  },
  command_replaced: {
    title: 'Yangiroq amal bor',
    detail: 'Xuddi shu narsa keyinroq so‘ralgan, eski qiymat yuborilmaydi. Yangi amalni ko‘ring.',
  },
  command_on_its_way: {
    title: 'Allaqachon yuborilgan',
    detail: 'U marketpleysga ketgan yoki ketgan bo‘lishi mumkin, bekor qilib bo‘lmaydi. Natijani kuting.',
  },
  command_finished: {
    title: 'Allaqachon tugagan',
    detail: 'U tugagan, bekor qiladigan narsa yo‘q.',
  },
  too_many_attempts: {
    title: 'Urinishlar juda ko‘p',
    detail: 'Biroz kutib, qayta urinib ko‘ring.',
  },
  internal: {
    title: 'Moa ichida xatolik yuz berdi',
    detail: 'So‘rovni bajarib bo‘lmadi. Qayta urinib ko‘ring; takrorlansa, request_id ni xabar qiling.',
  },
  not_ready: {
    title: 'Hali tayyor emas',
    detail: 'Ma’lumotlar bazasiga ulanib bo‘lmadi.',
  },
};
