using AgaBot.Forms;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Walking;
using AgaBot.Plans.Coherence;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Tests.LaLibertad;

namespace AgaBot.Tests.Plans.Coherence;

/// <summary>Which dates of actions are concerns. Those of the real workshop are not.</summary>
public sealed class DateCoherenceTests
{
    private static readonly DateOnly Today = new(2016, 5, 11);
    private static readonly Form Ficha = FichaForm.Of(SmallPlan.Plan);
    private static readonly PlanPeriod Period = new(new(2016, 1, 1), new(2017, 12, 31));

    [Theory]
    [InlineData("a; Jun 2016; Jul 2016", "Jul 2016")]
    [InlineData("a; Jun 2016; 2016", "Jul 2017")]
    [InlineData("a; 2017; Jun 2017", "fines de 2017")]
    [InlineData("a; ; Jul 2016", "Jul 2016")]
    [InlineData("a; 1 mes; 3 meses", "2017")]
    [InlineData("a; cuando se pueda; Jun 2016", "luego")]
    [InlineData("a; Jul 2016; Jun 2017", "saltar")]
    public void What_can_be_meant_is_not_pointed_out(string row, string fulfilment) =>
        Assert.Empty(DateCoherence.Of(Filled(row, fulfilment), Period));

    [Theory]
    [InlineData("a; Jul 2016; Jun 2016")]
    [InlineData("a; 2017; 2016")]
    [InlineData("a; 15/06/2016; 14/06/2016")]
    public void An_end_before_the_start_is(string row) =>
        Assert.Equal([new DateConcern.EndsBeforeStart(1)], DateCoherence.Of(Filled(row, "saltar"), Period).AsEnumerable());

    [Theory]
    [InlineData("a; 2015; 2016", "2015")]
    [InlineData("a; Jun 2016; enero 2018", "enero 2018")]
    [InlineData("a; 2019", "2019")]
    public void A_date_outside_the_plan_is(string row, string words) =>
        Assert.Equal([new DateConcern.OutsidePlan(1, words)], DateCoherence.Of(Filled(row, "saltar"), Period).AsEnumerable());

    [Theory]
    [InlineData("a; Jun 2016; Jul 2017", "Jul 2017")]
    [InlineData("a; Jul 2017", "Jul 2017")]
    public void An_action_after_the_fulfilment_is(string row, string words) =>
        Assert.Equal([new DateConcern.AfterFulfilment(1, words)], DateCoherence.Of(Filled(row, "Jun 2017"), Period).AsEnumerable());

    [Fact]
    public void The_same_dates_are_pointed_out_once()
    {
        FormSession before = Filled("a; Jul 2016; Jun 2016", "saltar");
        FormSession renamed = Said(before, new FormInput.EditRow(null, 1), new FormInput.Say("b"));
        FormSession added = Said(renamed, new FormInput.Edit(7), new FormInput.Say("c; Jul 2016; Jun 2016"));

        Assert.Single(DateCoherence.NewIn(before, FormSession.Start("s", Ficha), Period));
        Assert.Empty(DateCoherence.NewIn(before, before, Period));
        Assert.Empty(DateCoherence.NewIn(renamed, before, Period));
        Assert.Equal([new DateConcern.EndsBeforeStart(2)], DateCoherence.NewIn(added, renamed, Period).AsEnumerable());
    }

    [Fact]
    public void A_date_outside_the_plan_is_not_pointed_out_again_with_another_beside_it()
    {
        FormSession before = Filled("a; 2019", "saltar");
        Assert.Empty(DateCoherence.NewIn(Said(before, new FormInput.EditRow(null, 1), new FormInput.Say("a; 2019; 2020")), before, Period));
    }

    [Fact]
    public void Another_fulfilment_that_is_still_too_early_is_not_pointed_out_again()
    {
        FormSession before = Filled("a; Jun 2016; Jul 2017", "Jun 2017");
        Assert.Empty(DateCoherence.NewIn(Said(before, new FormInput.Replace(8, "mayo 2017")), before, Period));
    }

    [Fact]
    public void Nothing_of_the_real_workshop_is_pointed_out()
    {
        foreach (WorkshopProposal ficha in Workshop.Load().Fichas)
        {
            string rows = string.Join('\n', ficha.Acciones.Select(row => string.Join("; ", row)));
            Assert.Empty(DateCoherence.Of(Filled(rows, ficha.Cumplimiento ?? ""), Period));
        }
    }

    private static FormSession Filled(string rows, string fulfilment)
    {
        FormSession session = Said(FormSession.Start("s", Ficha), new FormInput.Edit(7), new FormInput.Say(rows), new FormInput.Edit(8));
        session = fulfilment is "" or "saltar" ? session : Said(session, new FormInput.Say(fulfilment), new FormInput.Say(fulfilment));
        return session with { At = new FormPosition.Review() };
    }

    private static FormSession Said(FormSession session, params FormInput[] inputs) =>
        inputs.Aggregate(session, (now, input) => FormWalk.Advance(Ficha, now, input, Today).Session);
}
