import { adviceIn, counted, type LetterFacts, listed, type Writers } from './letter.ts';

/** Mails about shops and programs that the hub talks to. */
export const CONNECTION_LETTERS: Writers<
  'account.unhealthy' | 'account.recovered' | 'account.key_expiring' | 'webhook.endpoint_paused'
> = {
  'account.unhealthy': (facts) => {
    const { shop, advice, since, state } = facts;
    return {
      subject: {
        ko: `${shop}: ${advice?.title ?? '주문을 읽지 못하고 있습니다'}`,
        en: `${shop}: ${advice?.title ?? 'orders cannot be read'}`,
        ru: `${shop}: ${advice?.title ?? 'заказы не читаются'}`,
        uz: `${shop}: ${advice?.title ?? 'buyurtmalar o‘qilmayapti'}`,
      },
      parts: [
        {
          ko: `${shop}의 주문을 읽지 못하고 있습니다.`,
          en: `Orders of ${shop} cannot be read.`,
          ru: `Заказы магазина ${shop} не читаются.`,
          uz: `${shop} buyurtmalari o‘qilmayapti.`,
        },
        adviceIn(facts),
        since === null
          ? null
          : {
              ko: `언제부터: ${since}`,
              en: `Since: ${since}`,
              ru: `С какого времени: ${since}`,
              uz: `Qachondan: ${since}`,
            },
        state === 'healthy'
          ? {
              ko: '이 메일을 쓰는 지금은 다시 정상입니다.',
              en: 'While this mail is written all is well again.',
              ru: 'Сейчас, когда пишется это письмо, всё снова в порядке.',
              uz: 'Bu xat yozilayotgan paytda hammasi yana joyida.',
            }
          : null,
        {
          ko: '이미 가져온 주문은 그대로 있습니다. 해결되면 밀린 주문은 자동으로 가져옵니다.',
          en: 'Orders already here are safe. Missed ones follow by themselves once this is solved.',
          ru: 'Уже загруженные заказы на месте. Пропущенные загрузятся сами, когда всё наладится.',
          uz: 'Olingan buyurtmalar joyida. Hal bo‘lgach, qolib ketganlari o‘zi olinadi.',
        },
        timesSince(facts),
      ],
    };
  },
  'account.recovered': (facts) => {
    const { shop, since, state } = facts;
    return {
      subject: {
        ko: `${shop}: 다시 정상입니다`,
        en: `${shop}: all is well again`,
        ru: `${shop}: снова всё в порядке`,
        uz: `${shop}: yana hammasi joyida`,
      },
      parts: [
        {
          ko: `${shop}의 주문을 다시 읽고 있습니다. 밀린 주문도 자동으로 가져왔습니다. 따로 할 일은 없습니다.`,
          en: `Orders of ${shop} are read again, the missed ones too. There is nothing to do.`,
          ru: `Заказы магазина ${shop} снова читаются, пропущенные загружены. Делать ничего не нужно.`,
          uz: `${shop} buyurtmalari yana o‘qilmoqda, qolib ketganlari ham olindi. Hech narsa qilish shart emas.`,
        },
        since === null
          ? null
          : {
              ko: `문제가 있던 때: ${since}부터`,
              en: `The trouble began: ${since}`,
              ru: `Началось: ${since}`,
              uz: `Boshlangan vaqti: ${since}`,
            },
        state === 'unhealthy'
          ? {
              ko: '이 메일을 쓰는 지금은 다시 문제가 있습니다. 계정 상태를 확인하세요.',
              en: 'While this mail is written there is trouble again. Look at the account.',
              ru: 'Сейчас, когда пишется это письмо, проблема вернулась. Посмотрите состояние магазина.',
              uz: 'Bu xat yozilayotgan paytda yana muammo bor. Do‘kon holatini ko‘ring.',
            }
          : null,
        timesSince(facts),
      ],
    };
  },
  'account.key_expiring': ({ shop, daysLeft, keyEnds }) => ({
    subject:
      daysLeft === 0
        ? {
            ko: `${shop}: API 키의 유효기간이 끝났습니다`,
            en: `${shop}: the API key has ended`,
            ru: `${shop}: срок ключа API истёк`,
            uz: `${shop}: API kaliti muddati tugagan`,
          }
        : {
            ko: `${shop}: API 키가 ${daysLeft ?? '며칠'}일 뒤에 끝납니다`,
            en: `${shop}: the API key ends in ${daysEn(daysLeft)}`,
            ru: `${shop}: срок ключа API скоро истечёт (дней: ${daysLeft ?? '…'})`,
            uz: `${shop}: API kaliti ${daysLeft ?? 'bir necha'} kunda tugaydi`,
          },
    parts: [
      daysLeft === 0
        ? {
            ko: `${shop}의 API 키 유효기간이 끝났습니다. 새 키를 넣을 때까지 주문을 읽거나 보내지 못할 수 있습니다.`,
            en: `The API key of ${shop} has reached its end. Until a new one is entered, orders may neither be read nor sent.`,
            ru: `Срок ключа API магазина ${shop} закончился. Пока не введён новый, заказы могут не читаться и не отправляться.`,
            uz: `${shop} API kalitining muddati tugadi. Yangisi kiritilmaguncha buyurtmalar o‘qilmasligi va jo‘natilmasligi mumkin.`,
          }
        : {
            ko: `${shop}의 API 키 유효기간이 ${daysLeft ?? '며칠'}일 남았습니다.`,
            en: `The API key of ${shop} ends in ${daysEn(daysLeft)}.`,
            ru: `До конца срока ключа API магазина ${shop} осталось дней: ${daysLeft ?? '…'}.`,
            uz: `${shop} API kaliti muddati tugashiga ${daysLeft ?? 'bir necha'} kun qoldi.`,
          },
      keyEnds === null
        ? null
        : {
            ko: `끝나는 때: ${keyEnds}`,
            en: `It ends: ${keyEnds}`,
            ru: `Истекает: ${keyEnds}`,
            uz: `Tugaydi: ${keyEnds}`,
          },
      {
        ko: '할 일: 마켓의 판매자 페이지에서 키를 갱신하거나 재발급한 뒤, Moa의 계정 설정에 새 키와 새 만료일을 입력하세요.',
        en: "What to do: renew or reissue the key on the marketplace's seller page, then enter the new key and its new end in Moa's account settings.",
        ru: 'Что делать: продлите или перевыпустите ключ в кабинете продавца маркетплейса и введите новый ключ и его срок в настройках магазина в Moa.',
        uz: 'Nima qilish kerak: kalitni marketpleysdagi sotuvchi kabinetida yangilang yoki qayta oling va yangi kalit hamda muddatini Moa dagi do‘kon sozlamalariga kiriting.',
      },
    ],
  }),
  'webhook.endpoint_paused': (facts) => {
    const { count } = facts;
    return {
      subject: {
        ko: `웹훅 주소 ${count}개를 멈추었습니다`,
        en: `${counted(count, 'webhook address was', 'webhook addresses were')} paused`,
        ru: `Приостановлено адресов вебхуков: ${count}`,
        uz: `${count} ta vebhuk manzili to‘xtatildi`,
      },
      parts: [
        {
          ko: `웹훅을 받지 않는 주소 ${count}개에 보내기를 멈추었습니다.`,
          en: `Nothing is sent any more to ${counted(count, 'webhook address that does', 'webhook addresses that do')} not answer.`,
          ru: `Адреса, которые не отвечают на вебхуки, больше не получают их: ${count}.`,
          uz: `Javob bermaydigan ${count} ta vebhuk manziliga endi hech narsa yuborilmaydi.`,
        },
        listed(facts),
        {
          ko: '받는 프로그램을 고친 뒤 Moa의 웹훅 설정에서 다시 켜세요. 그동안의 기록은 다시 보낼 수 있습니다.',
          en: "Mend the program that receives, then switch it on again in Moa's webhook settings. What was missed can be sent again.",
          ru: 'Исправьте принимающую программу и включите адрес снова в настройках вебхуков Moa. Пропущенное можно отправить ещё раз.',
          uz: 'Qabul qiluvchi dasturni tuzating va Moa ning vebhuk sozlamalarida manzilni qayta yoqing. Qolib ketganini qayta yuborish mumkin.',
        },
      ],
    };
  },
};

function timesSince(facts: LetterFacts) {
  const { count } = facts;
  if (count === 1) return null;
  return listed(facts, {
    ko: `지난 메일 뒤로 ${count}번 있었습니다:`,
    en: `It happened ${count} times since the last mail:`,
    ru: `Сколько раз после прошлого письма: ${count}`,
    uz: `Oldingi xatdan keyin ${count} marta bo‘ldi:`,
  });
}

function daysEn(days: number | null): string {
  return days === null ? 'a few days' : counted(days, 'day', 'days');
}
