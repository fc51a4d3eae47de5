import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const URL = 'smtp://moa:hidden-word@mail.example.com:587';
const FROM = 'Moa <moa@example.com>';

describe('the mail server of the settings', () => {
  it('is none unless its address is given', () => {
    expect(readSettings({}).mail).toBeNull();
    expect(readSettings({ MOA_SMTP_URL: '', MOA_MAIL_FROM: FROM }).mail).toBeNull();
    expect(readSettings({ MOA_SMTP_URL: URL, MOA_MAIL_FROM: FROM }).mail).toEqual({ url: URL, from: FROM });
  });

  it.each([
    [{ MOA_SMTP_URL: 'http://moa:hidden-word@mail.example.com', MOA_MAIL_FROM: FROM }, 'MOA_SMTP_URL'],
    [{ MOA_SMTP_URL: 'moa:hidden-word@mail.example.com', MOA_MAIL_FROM: FROM }, 'MOA_SMTP_URL'],
    [{ MOA_SMTP_URL: 'smtp://', MOA_MAIL_FROM: FROM }, 'MOA_SMTP_URL'],
    [{ MOA_SMTP_URL: URL }, 'MOA_MAIL_FROM'],
    [{ MOA_SMTP_URL: URL, MOA_MAIL_FROM: 'moa' }, 'MOA_MAIL_FROM'],
  ])('is refused with the variable at fault, and without its password: %#', (env, variable) => {
    const reading = () => readSettings(env);
    expect(reading).toThrow(variable);
    expect(reading).not.toThrow('hidden-word');
  });
});
