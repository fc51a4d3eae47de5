import type { EgressTrouble } from '../../engine/egress/egress.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';

const TROUBLES: Readonly<Record<EgressTrouble | 'missed', Localized>> = {
  bad_address: {
    ko: '주소가 https 주소가 아닙니다. 웹훅 주소를 고치세요.',
    en: 'The address is not an https address. Correct it.',
    ru: 'Это не https-адрес. Исправьте его.',
    uz: 'Bu https manzil emas. Tuzating.',
  },
  bad_port: {
    ko: '이 포트로는 보낼 수 없습니다. 443이나 1024 이상을 쓰세요.',
    en: 'This port is not used for webhooks. Use 443, or 1024 or more.',
    ru: 'Этот порт для вебхуков не подходит. Возьмите 443 или от 1024.',
    uz: 'Bu port vebhuk uchun mos emas. 443 yoki 1024 dan katta port kerak.',
  },
  private_address: {
    ko: '주소가 내부망을 가리켜 보내지 않았습니다.',
    en: 'The address leads into a private network, so nothing was sent.',
    ru: 'Адрес ведёт во внутреннюю сеть, поэтому ничего не отправлено.',
    uz: 'Manzil ichki tarmoqqa olib boradi, shuning uchun yuborilmadi.',
  },
  name_unknown: {
    ko: '주소의 이름(도메인)을 찾을 수 없습니다. 철자와 DNS 설정을 확인하세요.',
    en: 'The name in the address cannot be found. Check its spelling and its DNS entry.',
    ru: 'Имя в адресе не находится. Проверьте написание и запись DNS.',
    uz: 'Manzildagi nom topilmadi. Yozilishini va DNS yozuvini tekshiring.',
  },
  refused: {
    ko: '받는 서버에 연결할 수 없습니다. 서버가 켜져 있는지 확인하세요.',
    en: 'The receiver cannot be reached. See whether it is running.',
    ru: 'Получатель недоступен. Проверьте, запущен ли он.',
    uz: 'Qabul qiluvchiga ulanib bo‘lmadi. Ishlayotganini tekshiring.',
  },
  timeout: {
    ko: '받는 서버가 10초 안에 답하지 않았습니다. 먼저 답하고 처리는 나중에 하세요.',
    en: 'The receiver did not answer within 10 seconds. Let it answer first and work afterwards.',
    ru: 'Получатель не ответил за 10 секунд. Пусть сначала ответит, а работает потом.',
    uz: 'Qabul qiluvchi 10 soniyada javob bermadi. Avval javob bersin, keyin ishlasin.',
  },
  tls: {
    ko: '받는 서버의 인증서(TLS)가 올바르지 않습니다. 만료나 이름을 확인하세요.',
    en: "The receiver's certificate is not good. See whether it has expired or is for another name.",
    ru: 'Сертификат получателя не подходит. Проверьте, не истёк ли он и для того ли имени выдан.',
    uz: 'Qabul qiluvchi sertifikati yaroqsiz. Muddati va nomini tekshiring.',
  },
  cut: {
    ko: '받는 서버가 답하기 전에 연결을 끊었습니다.',
    en: 'The receiver closed the connection before it answered.',
    ru: 'Получатель закрыл соединение, не ответив.',
    uz: 'Qabul qiluvchi javob bermay ulanishni yopdi.',
  },
  missed: {
    ko: '멈춰 있는 동안 생긴 일이라 보내지 않았습니다. 다시 보낼 수 있습니다.',
    en: 'This happened while the webhook was paused and was not sent. It can be sent again.',
    ru: 'Это случилось, пока вебхук был приостановлен, и не отправлено. Можно отправить повторно.',
    uz: 'Bu vebhuk to‘xtatilganda yuz bergan va yuborilmagan. Qayta yuborish mumkin.',
  },
};

/** Why a try did not succeed: a stable code and a sentence; null for one that did. */
export function deliveryTrouble(
  status: number | null,
  trouble: string | null,
): { readonly code: string; readonly sentence: Localized } | null {
  if (status !== null) return statusTrouble(status);
  if (trouble === null) return null;
  const known = Object.entries(TROUBLES).find(([code]) => code === trouble)?.[1];
  return { code: trouble, sentence: known ?? TROUBLES.cut };
}

function statusTrouble(status: number): { readonly code: string; readonly sentence: Localized } | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) {
    return {
      code: 'gone',
      sentence: {
        ko: '받는 서버가 더 이상 받지 않겠다고 답했습니다(410). 웹훅을 멈췄습니다.',
        en: 'The receiver wants nothing more (410). The webhook was paused.',
        ru: 'Получатель больше ничего не принимает (410). Вебхук приостановлен.',
        uz: 'Qabul qiluvchi endi qabul qilmaydi (410). Vebhuk to‘xtatildi.',
      },
    };
  }
  if (status >= 300 && status < 400) {
    return {
      code: 'redirect',
      sentence: {
        ko: `받는 서버가 다른 주소로 넘겼습니다(${status}). 넘긴 주소는 따라가지 않으니 마지막 주소를 등록하세요.`,
        en: `The receiver points elsewhere (${status}). That is not followed: enter the final address.`,
        ru: `Получатель перенаправляет в другое место (${status}). Мы туда не идём: укажите конечный адрес.`,
        uz: `Qabul qiluvchi boshqa joyga yo‘naltirmoqda (${status}). U yerga bormaymiz: oxirgi manzilni kiriting.`,
      },
    };
  }
  return {
    code: 'bad_status',
    sentence: {
      ko: `받는 서버가 ${status}(으)로 답했습니다. 2xx만 받은 것으로 칩니다.`,
      en: `The receiver answered ${status}. Only 2xx counts as taken.`,
      ru: `Получатель ответил ${status}. Принятым считается только 2xx.`,
      uz: `Qabul qiluvchi ${status} deb javob berdi. Faqat 2xx qabul qilingan hisoblanadi.`,
    },
  };
}
