import { importItems } from '../import/catalogue';
import { loadDemoHall } from '../shared/demo-hall';
import { HallClient, runCommand } from '../shared/hall-client';
import { demoCatalogue } from './catalogue';

runCommand(async () => {
  const client = new HallClient();
  await loadDemoHall(client);
  await importItems(client, demoCatalogue);
});
