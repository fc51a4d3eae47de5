import { createFileRoute, redirect } from '@tanstack/react-router';
import { isProblem } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';
import { Frame } from '../frame/frame.tsx';
import { currentLanguage, hasChosenLanguage } from '../language/language.ts';
import { setTimeZone } from '../language/time-zone.ts';
import { showLanguage } from '../language/words.ts';
import { meQuery } from '../session/me.ts';

/** Every page of the desk stands in its frame, and belongs to somebody who is signed in. */
export const Route = createFileRoute('/_desk')({
  beforeLoad: async ({ location }) => {
    try {
      const { business } = await queryClient.ensureQueryData(meQuery);
      setTimeZone(business.time_zone);
      if (!hasChosenLanguage() && business.language !== currentLanguage())
        await showLanguage(business.language);
    } catch (error) {
      if (isProblem(error) && error.status === 401)
        throw redirect({ to: '/login', search: { back: location.href } });
      throw error;
    }
  },
  component: Frame,
});
