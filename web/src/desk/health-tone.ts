import type { Schema } from '../api/types.ts';
import type { Tone } from '../ui/badge.tsx';

/** How good a shop's health is, as a colour. */
export const HEALTH_TONES: Readonly<Record<Schema<'AccountHealth'>['state'], Tone>> = {
  unchecked: 'plain',
  healthy: 'good',
  degraded: 'warn',
  unhealthy: 'danger',
};
