import { z } from 'zod';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import { PROBLEMS, type ProblemCode } from './catalogue.ts';
import type { Language } from './language.ts';
import { problemDetail, problemTitle } from './sentences.ts';

/** One thing to choose instead, where a closed set was asked for. */
export interface Choice {
  readonly value: string;
  /** A name of the marketplace's or the seller's own, or one that every language has its word for. */
  readonly name?: string | Localized | undefined;
}

/** What is wrong with one field of a request. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: Localized;
  readonly choices?: readonly Choice[] | undefined;
}

export interface ProblemFacts {
  readonly detail?: Localized;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by a handler to answer with a problem document (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly detail: Localized;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, facts: ProblemFacts = {}) {
    super(code);
    this.code = code;
    this.detail = facts.detail ?? problemDetail(code);
    this.errors = facts.errors ?? [];
    this.headers = facts.headers ?? {};
  }

  get status(): number {
    return PROBLEMS[this.code];
  }
}

/** A 422 about one field. */
export function fieldProblem(field: string, code: string, message: Localized): Problem {
  return new Problem('invalid_request', { errors: [{ field, code, message }] });
}

export const PROBLEM_TYPE = 'application/problem+json';

/** The document as it goes out. */
export const problemDocument = z
  .object({
    type: z.string().describe('Names the kind of problem, stable.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened and what to do, in the language asked for.'),
    code: z.string().describe('Stable, for programs.'),
    request_id: z.string(),
    errors: z
      .array(
        z.object({
          field: z.string().describe('Path of the field at fault, such as `credentials.secret_key`.'),
          code: z.string(),
          message: z.string(),
          choices: z.array(z.object({ value: z.string(), name: z.string().optional() })).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457).' });

function choiceIn({ value, name }: Choice, language: Language): { value: string; name?: string } {
  if (name === undefined) return { value };
  return { value, name: typeof name === 'string' ? name : inLanguage(name, language) };
}

/** Writes a problem in one language. */
export function documentOf(
  problem: Problem,
  language: Language,
  requestId: string,
): z.infer<typeof problemDocument> {
  return {
    type: `urn:moa:problem:${problem.code}`,
    title: inLanguage(problemTitle(problem.code), language),
    status: problem.status,
    detail: inLanguage(problem.detail, language),
    code: problem.code,
    request_id: requestId,
    ...(problem.errors.length === 0
      ? {}
      : {
          errors: problem.errors.map(({ field, code, message, choices }) => ({
            field,
            code,
            message: inLanguage(message, language),
            ...(choices === undefined
              ? {}
              : { choices: choices.map((choice) => choiceIn(choice, language)) }),
          })),
        }),
  };
}
