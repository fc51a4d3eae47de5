import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from './catalogue.ts';
import { languageOf } from './language.ts';
import { documentOf, PROBLEM_TYPE, Problem, problemDocument } from './problem.ts';

/** Documents the problems a route under `/api/v1` may answer with; 401 is possible on all of them. */
export function problemAnswers(...statuses: readonly number[]) {
  return openProblemAnswers(401, ...statuses);
}

/** Documents the problems of a route that needs no token. */
export function openProblemAnswers(...statuses: readonly number[]) {
  const answer = { content: { [PROBLEM_TYPE]: { schema: problemDocument } } };
  return Object.fromEntries(
    [...statuses, 500].map((status) => [
      status,
      { description: STATUS_MEANINGS[status] ?? 'A problem.', ...answer },
    ]),
  );
}

const STATUS_MEANINGS: Readonly<Record<number, string>> = {
  400: 'The body cannot be read.',
  401: 'Token or session is missing, wrong or expired.',
  403: 'The role does not allow this.',
  404: 'Nothing of yours under this number.',
  409: 'Not possible in the present state.',
  422: 'Fields need correction; each is named.',
  429: 'Too many attempts.',
  500: 'Something broke inside.',
  503: 'The database cannot be reached.',
};

const FRAMEWORK_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_unsupported',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_body',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_body',
  FST_ERR_BAD_URL: 'route_unknown',
  FST_ERR_MAX_PARAM_LENGTH: 'route_unknown',
};

/** Answers every error as a problem document. What the hub did not expect is logged, without its parameters. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.status >= 500)
    request.log.error({ error: loggable(error), reqId: request.id }, 'a request broke');
  return sendProblem(problem, request, reply);
}

export function answerUnknownRoute(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(new Problem('route_unknown'), request, reply);
}

function problemOf(error: Error & { readonly code?: unknown; readonly statusCode?: unknown }): Problem {
  if (error instanceof Problem) return error;
  const code = typeof error.code === 'string' ? FRAMEWORK_CODES[error.code] : undefined;
  if (code !== undefined) return new Problem(code);
  if (error instanceof SyntaxError || error.statusCode === 400) return new Problem('malformed_body');
  return new Problem('internal');
}

function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  return reply
    .code(problem.status)
    .headers({ ...problem.headers, 'content-language': language })
    .type(PROBLEM_TYPE)
    .serializer(JSON.stringify)
    .send(documentOf(problem, language, request.id));
}

/** Database errors carry the values of the failed statement, so only what names the error is logged. */
function loggable(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  return { name, message, code, stack };
}
