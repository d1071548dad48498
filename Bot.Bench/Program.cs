Console.Error.WriteLine("usage: Bot.Bench expand TEMPLATE DATA | turns");
return 64;
