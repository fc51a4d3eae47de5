import { createFileRoute } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.ts';
import { Frame } from '../frame/frame.tsx';
import { setTimeZone } from '../language/time-zone.ts';
import { meQuery } from '../session/me.ts';

/** Every page of the desk stands in its frame, and belongs to somebody who is signed in. */
export const Route = createFileRoute('/_desk')({
  // Without a session this is a 401, which leads to the login (see `router.ts`).
  beforeLoad: async () => setTimeZone((await queryClient.ensureQueryData(meQuery)).business.time_zone),
  component: Frame,
});
