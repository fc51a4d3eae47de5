import { isObject, type JsonObject } from '../../frame/json.ts';
import { badProduct } from '../wire/refusal.ts';

const path = (at: string, name: string) => (at === '' ? name : `${at}.${name}`);

/** An object that must be there. */
export function objectIn(fields: JsonObject, name: string, at: string): JsonObject {
  const value = fields[name];
  if (!isObject(value)) throw badProduct(path(at, name), 'NotNull', `${name} 항목을 입력해 주세요.`);
  return value;
}

/** A list; none where it is left out. */
export function listIn(fields: JsonObject, name: string, at: string): readonly unknown[] {
  const value = fields[name] ?? [];
  if (!Array.isArray(value))
    throw badProduct(path(at, name), 'TypeMismatch', `${name} 형식이 올바르지 않습니다.`);
  return value;
}

/** A text that must be there, of at most `max` characters. */
export function textIn(fields: JsonObject, name: string, at: string, label: string, max: number): string {
  const value = optionalText(fields, name, at);
  if (value === undefined) throw badProduct(path(at, name), 'NotBlank', `${label} 항목을 입력해 주세요.`);
  if (value.length > max)
    throw badProduct(path(at, name), 'Size', `${label}은(는) ${max}자를 넘을 수 없습니다.`);
  return value;
}

/** A text, or undefined where it is left out or blank. */
export function optionalText(fields: JsonObject, name: string, at: string): string | undefined {
  const value = fields[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== 'string')
    throw badProduct(path(at, name), 'TypeMismatch', `${name} 형식이 올바르지 않습니다.`);
  return value.trim() === '' ? undefined : value;
}

/** A whole number between the bounds; `absent` where it is left out. */
export function countIn(
  fields: JsonObject,
  name: string,
  at: string,
  { min, max, absent }: { readonly min: number; readonly max: number; readonly absent?: number },
): number {
  const value = fields[name] ?? absent;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw badProduct(path(at, name), 'NotNull', `${name} 항목을 숫자로 입력해 주세요.`);
  if (value < min) throw badProduct(path(at, name), 'Min', `${name}은(는) ${min} 이상이어야 합니다.`);
  if (value > max) throw badProduct(path(at, name), 'Max', `${name}은(는) ${max} 이하여야 합니다.`);
  return value;
}

/** True or false; `absent` where it is left out, and refused where there is no such. */
export function booleanIn(fields: JsonObject, name: string, at: string, absent?: boolean): boolean {
  const value = fields[name] ?? absent;
  if (typeof value !== 'boolean')
    throw badProduct(path(at, name), 'NotNull', `${name} 항목을 입력해 주세요.`);
  return value;
}
