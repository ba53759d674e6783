export { answerLines } from './answer-lines';
