import type { Sentences } from './sentences.ts';

/** What to tell sellers in Uzbek. */
export const UZBEK: Sentences = {
  wrong_key: ({ shop }) => ({
    title: 'API kaliti noto‘g‘ri',
    detail: `${shop} bu kalitni qabul qilmayapti: u xato kiritilgan yoki yangisiga almashtirilgan.`,
    todo: `Kalitni ${shop} sotuvchi kabinetida tekshiring va do‘kon sozlamalarida qayta kiriting.`,
  }),
  expired_key: ({ shop }) => ({
    title: 'API kaliti muddati tugagan',
    detail: `${shop} kalitining muddati tugadi, buyurtmalarni o‘qib bo‘lmaydi. Olingan buyurtmalar joyida.`,
    todo: `${shop} sotuvchi kabinetida kalitni yangilang yoki qayta oling va do‘kon sozlamalariga kiriting. Qolib ketgan buyurtmalar o‘zi olinadi.`,
  }),
  clock_skew: ({ shop, skew }) => ({
    title: 'Bu server soati noto‘g‘ri',
    detail: `${shop} va bu server soatlari ${skew === '' ? 'juda' : `taxminan ${skew}`} farq qiladi, shuning uchun imzo rad etildi.`,
    todo: 'Serverda vaqtni avtomatik sozlashni (NTP) yoqing va qayta urinib ko‘ring. Kalitni almashtirish shart emas.',
  }),
  token_refused: ({ shop }) => ({
    title: 'Kirish tokeni rad etildi',
    detail: `${shop} ishlatilgan tokenni endi qabul qilmaydi. Yangisi olinib, chaqiruv takrorlanadi.`,
    todo: 'Davom etsa, ulanishni tekshiring va boshqa dastur shu kalit bilan token olmayotganini ko‘ring.',
  }),
  ip_not_allowed: ({ shop }) => ({
    title: 'Bu server IP manziliga ruxsat yo‘q',
    detail: `${shop} ro‘yxatda yo‘q manzildan kelgan chaqiruvni rad etdi. Internet IP manzilingiz o‘zgargan bo‘lishi mumkin.`,
    todo: `Bu serverning tashqi IP manzilini ${shop} sotuvchi kabinetidagi API sozlamalariga kiriting. Bir necha daqiqa vaqt olishi mumkin.`,
  }),
  missing_permission: ({ shop }) => ({
    title: 'API kalitida ruxsat yo‘q',
    detail: `${shop} bu kalitga bu funksiyani ishlatishga ruxsat bermagan.`,
    todo: `${shop} sotuvchi kabinetidagi API sozlamalarida kerakli ruxsatni (API guruhini) qo‘shing va qayta urinib ko‘ring.`,
  }),
  edge_block: ({ shop }) => ({
    title: 'Kirish bloklangan',
    detail: `${shop} himoyasi bu serverni kiritmayapti: chaqiruvlar ko‘p bo‘lgan yoki manzil shubhali.`,
    todo: 'Chaqiruvlar to‘xtatildi va o‘zi davom etadi. Bir soatdan keyin ham o‘zgarmasa, sotuvchilar yordamidan IP blokini yechishni so‘rang.',
  }),
  account_blocked: ({ shop }) => ({
    title: 'Sotuvchi kabineti cheklangan',
    detail: `${shop} bu sotuvchi uchun API’ni yopgan.`,
    todo: `${shop} sotuvchi kabinetiga kirib, e’lonlar va kabinet holatini ko‘ring hamda yordam xizmatiga murojaat qiling.`,
  }),
  penalty: ({ shop }) => ({
    title: 'Chaqiruvlar vaqtincha cheklangan',
    detail: `${shop} chaqiruvlarga jarima qo‘ygan. Moa u tugashini kutmoqda.`,
    todo: 'Hech narsa qilish shart emas. Shu kalit bilan boshqa dastur ishlasa, uni to‘xtating yoki sekinlating.',
  }),
  quota_spent: ({ shop }) => ({
    title: 'Chaqiruvlar limiti tugagan',
    detail: `${shop} hozircha ruxsat bergan barcha chaqiruvlar ishlatildi. Limit ochilgach ish davom etadi.`,
    todo: 'Shoshilinch buyurtmalarni sotuvchi kabinetida bajaring va shu kalit bilan boshqa dastur ishlamayotganini tekshiring.',
  }),
  over_limit: ({ shop }) => ({
    title: 'Chaqiruvlar juda tez-tez',
    detail: `${shop} soniyalik limitidan oshildi. Tanaffusdan keyin o‘zi takrorlanadi.`,
    todo: 'Tez-tez bo‘lsa, shu kalitdagi boshqa dasturlarni to‘xtating.',
  }),
  wrong_shop: ({ shop }) => ({
    title: 'Do‘kon raqami noto‘g‘ri',
    detail: `Kalit to‘g‘ri, lekin ${shop} kiritilgan sotuvchi raqamidagi do‘konni topmadi.`,
    todo: 'Do‘kon sozlamalaridagi sotuvchi raqamini kabinetdagi raqam bilan solishtiring.',
  }),
  not_found: ({ shop }) => ({
    title: 'Topilmadi',
    detail: `${shop} bunday buyurtma yoki mahsulot yo‘q deydi. U bekor qilingan yoki juda eski bo‘lishi mumkin.`,
    todo: `Buyurtmani ${shop} sotuvchi kabinetida ko‘ring.`,
  }),
  refused: ({ shop }) => ({
    title: 'So‘rov rad etildi',
    detail: `${shop} yuborilgan qiymatlarni qabul qilmadi. Yonidagi o‘z matnini ko‘ring.`,
    todo: 'Yuborilganni, masalan nakladnoy raqami va yetkazib beruvchini tuzatib, qayta urinib ko‘ring.',
  }),
  already_done: ({ shop }) => ({
    title: 'Allaqachon bajarilgan',
    detail: `${shop} da bu bajarilgan deb turibdi.`,
    todo: 'Buyurtmani ko‘ring. Bu yerda boshqacha bo‘lsa, buyurtmalarni qayta oling.',
  }),
  wrong_state: ({ shop }) => ({
    title: 'Hozirgi holatda mumkin emas',
    detail: `${shop} da buyurtma shu orada o‘zgargan, shuning uchun bajarilmadi. Xaridor bekor qilishni so‘ragan bo‘lishi mumkin.`,
    todo: 'Buyurtmani qayta oling, holatini ko‘ring va davom eting.',
  }),
  too_early: ({ shop }) => ({
    title: 'Marketpleys hali qabul qilmayapti',
    detail: `${shop} buni qabul qilishga hali tayyor emas.`,
    todo: 'Hech narsa qilish shart emas: o‘zi takrorlanadi. Kutish to‘xtagan bo‘lsa, sotuvchi kabinetini ko‘rib, «Qayta urinish»ni bosing.',
  }),
  down: ({ shop }) => ({
    title: 'Marketpleysga ulanib bo‘lmadi',
    detail: `${shop} javob bermayapti: nosozlik yoki texnik ishlar bo‘lishi mumkin. Buyurtmalar yo‘qolmaydi, o‘zi takrorlanadi.`,
    todo: `Bu serverning internetini tekshiring; joyida bo‘lsa, ${shop} e’lonlarini ko‘rib kuting.`,
  }),
  timeout: ({ shop }) => ({
    title: 'Javob juda kech keldi',
    detail: `${shop} vaqtida javob bermadi. O‘zi takrorlanadi; yuborilgan amal yetganini marketpleysni o‘qib tekshiramiz.`,
    todo: 'Davom etsa, marketpleys e’lonlari va bu server internetini tekshiring.',
  }),
  connection_lost: ({ shop }) => ({
    title: 'Aloqa uzildi',
    detail: `${shop} bilan aloqa chaqiruv paytida uzildi. O‘zi takrorlanadi; yuborilgan amal yetganini marketpleysni o‘qib tekshiramiz.`,
    todo: 'Tez-tez bo‘lsa, bu server internetini tekshiring.',
  }),
  truncated: ({ shop }) => ({
    title: 'Javob uzilib qoldi',
    detail: `${shop} javobi to‘liq kelmadi va ishlatilmadi. Hech narsa yo‘qolmadi: qayta o‘qiladi.`,
    todo: 'Hech narsa qilish shart emas. Davom etsa, marketpleys e’lonlari va oradagi proksini tekshiring.',
  }),
  not_json: ({ shop }) => ({
    title: 'Ma’lumot o‘rniga boshqa narsa keldi',
    detail: `${shop} ma’lumot o‘rniga veb-sahifaga o‘xshash narsa yubordi — ko‘pincha texnik ishlar yoki blok sahifasi.`,
    todo: `${shop} texnik ishlar e’lonlarini o‘qing. O‘z manzilingizni (base_url) kiritgan bo‘lsangiz, tekshiring.`,
  }),
  unexpected_shape: ({ shop }) => ({
    title: 'Javob shakli boshqacha',
    detail: `${shop} javobi hujjatidagidek emas va ishlatilmadi. API o‘zgargan bo‘lishi mumkin. Asl nusxasi saqlangan.`,
    todo: 'Moa’ni yangilang. Eng yangi versiya bo‘lsa, shu yozuv raqamini xabar qiling.',
  }),
  answer_too_large: ({ shop }) => ({
    title: 'Javob juda katta',
    detail: `${shop} bir martada qabul qilib bo‘lmaydigan hajmda yubordi, shuning uchun to‘xtatildi.`,
    todo: 'Qisqaroq davrni oling. O‘z manzilingizni (base_url) kiritgan bo‘lsangiz, tekshiring.',
  }),
  wrong_endpoint: ({ shop }) => ({
    title: 'Manzil noto‘g‘ri',
    detail: `Bu manzilda ${shop} API’si yo‘q: base_url yoki edition mos emas.`,
    todo: 'Do‘kon sozlamalarida base_url va edition ni tekshiring. Kerak bo‘lmasa bo‘sh qoldiring.',
  }),
  switched_off: ({ shop }) => ({
    title: 'Bu o‘chirilgan',
    detail: `${shop} do‘koni uchun bunday chaqiruvlar o‘chirilgan. Hech narsa yuborilmadi.`,
    todo: 'Yana ishlatish uchun do‘kon sozlamalarida closed_intents dan olib tashlang.',
  }),
  account_off: ({ shop }) => ({
    title: 'Do‘kon o‘chirilgan',
    detail: `Bu ${shop} do‘koni o‘chirilgan: hech narsa o‘qilmaydi va yuborilmaydi. Olingan buyurtmalar joyida.`,
    todo: 'Yana ishlatish uchun do‘kon sozlamalarida enabled ni yoqing. Shu oradagi buyurtmalar o‘zi olinadi.',
  }),
  not_offered: ({ shop }) => ({
    title: 'Marketpleysda bunday imkoniyat yo‘q',
    detail: `${shop} API’sida bunday funksiya yo‘q.`,
    todo: 'O‘rniga nima qilish mumkinligi imkoniyatlar jadvalida (GET /api/v1/platforms).',
  }),
  unexplained: ({ shop }) => ({
    title: 'Noma’lum xato',
    detail: `${shop} hech qayerda tushuntirilmagan xato yubordi. Yonidagi o‘z matnini ko‘ring.`,
    todo: 'O‘zi takrorlanadi. Davom etsa, matnni marketpleys yordam xizmatiga yuboring.',
  }),
  interrupted: ({ shop }) => ({
    title: 'Ish to‘xtab qoldi',
    detail: `${shop} buyurtmalarini o‘qish paytida dastur to‘xtadi. Saqlangani joyida, o‘qish o‘sha yerdan davom etadi.`,
    todo: 'Hech narsa qilish shart emas.',
  }),
  internal: ({ shop }) => ({
    title: 'Moa ichida xatolik yuz berdi',
    detail: `Bu ${shop} emas, shu dasturning xatosi. Saqlangan buyurtmalar xavfsiz.`,
    todo: 'O‘zi takrorlanadi. Davom etsa, jurnal va shu yozuv raqamini xabar qiling.',
  }),
};
