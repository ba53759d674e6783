import { clockLine, hallCalendar } from '@hall/kernel';
import { answerLines } from '@hall/platform/lines';

void answerLines((line) => clockLine(line, hallCalendar));
