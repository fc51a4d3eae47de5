import { ControlError } from '../../frame/control-error.ts';
import {
  booleanInput,
  numberInput,
  objectInput,
  optionalTextInput,
  optionalTextsInput,
} from '../../frame/input.ts';
import { newSecret } from '../opening/new-seller.ts';
import { requireSecret } from '../opening/shop-options.ts';
import { codeIn } from '../orders/codes.ts';
import { API_GROUPS } from '../seller/application.ts';
import { OWN_STORE_RATE } from '../seller/throttle.ts';
import type { Act } from './buyer-acts.ts';

/** What happens to the application and its standing with the gateway. */
export const APPLICATION_ACTS = {
  expireTokens({ application }) {
    application.expireTokens();
  },

  reissueSecret({ application, random }, body) {
    const clientSecret = optionalTextInput(objectInput(body), 'clientSecret') ?? newSecret(random);
    requireSecret(clientSecret);
    application.reissueSecret(clientSecret);
    return { clientSecret };
  },

  expireApplication({ application }, _body, now) {
    application.endAuthentication(now);
  },

  renewApplication({ application }, _body, now) {
    application.authenticate(now);
  },

  setAllowedIps({ application }, body) {
    const ips = optionalTextsInput(objectInput(body), 'ips');
    application.allowAddresses(ips);
    return { ips: ips ?? null };
  },

  setApiGroups({ application }, body) {
    const names = optionalTextsInput(objectInput(body), 'groups') ?? API_GROUPS;
    const groups = names.map((name) => {
      const group = codeIn(API_GROUPS, name);
      if (group === undefined) throw new ControlError(`groups are ${API_GROUPS.join(', ')}`);
      return group;
    });
    application.allowGroups(groups);
    return { groups };
  },

  setLimits({ throttle, guideThrottle }, body) {
    const input = objectInput(body);
    const perSecond = numberInput(input, 'perSecond', OWN_STORE_RATE.perSecond);
    const capacity = numberInput(input, 'capacity', perSecond * 2);
    if (perSecond <= 0 || capacity < 1) throw new ControlError('perSecond and capacity must be positive');
    const rate = booleanInput(input, 'limits', true) ? { perSecond, capacity } : undefined;
    guideThrottle.set(rate !== undefined);
    throttle.set(rate);
    return { limits: rate !== undefined, ...rate };
  },

  liftPenalty({ application }) {
    application.liftPenalty();
  },

  cases: ({ cases }) => Object.fromEntries(cases),
} as const satisfies Readonly<Record<string, Act>>;
