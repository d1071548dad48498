// Keeps what was typed into the fields of a card when the person types in the line below: the fields before the first blank one are sent as the
// card's own button would, so that the line answers the next; the others are put into the next card that asks for them.

const said = 'WEB_CHAT/SEND_MESSAGE';

let kept = { session: undefined, values: {} };

/** Middleware of Web Chat's store. */
export function keepFields(place) {
  return ({ dispatch, getState }) => next => action => {
    if (action.type !== said || !action.payload?.text) return next(action);
    const card = waitingCard(getState().activities);
    const filled = card ? fieldsOf(place, card) : [];
    if (!filled.some(field => field.value)) return next(action);
    kept = {
      session: card.submit.session,
      values: Object.fromEntries(filled.filter(field => field.value).map(field => [question(field.id), field.value])),
    };
    const blank = filled.findIndex(field => !field.value);
    const first = blank < 0 ? filled : filled.slice(0, blank);
    // The one field of a card may hold half an answer: it is only kept.
    if (filled.length < 2 || first.length === 0) return next(action);
    dispatch({
      type: 'WEB_CHAT/SEND_POST_BACK',
      payload: { value: { ...card.submit, ...Object.fromEntries(first.map(field => [field.id, field.value])) } },
    });
    // Web Chat queues what is dispatched here behind the current action.
    setTimeout(() => next(action));
    return action;
  };
}

/** The kept values for the inputs of a card; null if there are none. */
export function keptValues(content) {
  const session = submitOf(content)?.session;
  if (!session || session !== kept.session) return null;
  const values = inputsOf(content)
    .filter(input => !input.value && question(input.id) in kept.values)
    .map(input => [input.id, kept.values[question(input.id)]]);
  return values.length > 0 ? Object.fromEntries(values) : null;
}

/** The newest card with fields, if nothing was said since. */
function waitingCard(activities) {
  const newest = activities.findLast(activity => activity.type === 'message' && (activity.from?.role === 'user' || inputsOf(contentOf(activity)).length > 0));
  const content = newest?.from?.role === 'user' ? null : contentOf(newest);
  const submit = submitOf(content);
  return submit ? { content, submit } : null;
}

/** The inputs of a card with what stands in them, in its order. */
function fieldsOf(place, { content }) {
  const shown = [...place.querySelectorAll('.ac-adaptiveCard')].filter(element => element.querySelector('.ac-input, .ac-choiceSetInput-expanded')).at(-1);
  const boxes = shown ? [...shown.querySelectorAll('.ac-input-container')] : [];
  const inputs = inputsOf(content);
  return boxes.length === inputs.length ? inputs.map((input, at) => ({ id: input.id, value: valueIn(boxes[at]) })) : [];
}

function valueIn(box) {
  const choice = box.querySelector('input[type=radio]:checked, input[type=checkbox]:checked');
  return (choice ?? box.querySelector('textarea, select, input:not([type=radio], [type=checkbox])'))?.value.trim() ?? '';
}

const contentOf = activity => activity?.attachments?.[0]?.content;

const submitOf = content => content?.actions?.find(action => action.data?.agabot === 'answer')?.data;

/** The id of a field without the session and the revision of its card. */
const question = id => id.split('.')[0];

function inputsOf(content) {
  if (Array.isArray(content)) return content.flatMap(inputsOf);
  if (content === null || typeof content !== 'object') return [];
  return content.type?.startsWith?.('Input.') ? [content] : Object.values(content).flatMap(inputsOf);
}
