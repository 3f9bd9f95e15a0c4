using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts.Credentials;

namespace Matchmaker.Grains.Accounts;

/// <summary>
/// The second factor, and passkeys. A code counts once: none of the last step that was taken, or before, is taken.
/// </summary>
internal sealed partial class AccountGrain
{
    // No code is valid for so long. A last step that lies further ahead comes from a clock that was set back.
    private const long StepsThatCount = 10;

    private readonly SignInBrake _codeBrake = new(time);
    private readonly FactorRepository _factors = new(database);
    private readonly PasskeyRepository _passkeyRows = new(database);
    private SecondFactor? _factor;
    private ImmutableArray<Passkey> _passkeys = [];

    public Task<SecondFactor?> Factor() => Task.FromResult(_account is null ? null : _factor);

    public Task<SignInTurn> BeginCode(string source, TimeSpan longest)
    {
        var wait = _codeBrake.Begin(source, longest);
        return Task.FromResult(new SignInTurn(wait, wait > TimeSpan.Zero && _codeBrake.ShouldTell(source)));
    }

    public async Task<bool> TakeStep(long step, string source)
    {
        if (
            _factor is not { IsOn: true } factor
            || (step <= factor.LastStep && factor.LastStep - step < StepsThatCount)
        )
            return false;
        _factor = factor with { LastStep = step };
        await Stored(_factors.SetStep(Address, step));
        _codeBrake.Succeed(source);
        return true;
    }

    public async Task<bool> TakeRecovery(string codeHash, string source)
    {
        if (_factor is not { IsOn: true } factor || !factor.RecoveryHashes.Contains(codeHash))
            return false;
        _factor = factor with { RecoveryHashes = factor.RecoveryHashes.Remove(codeHash) };
        await Stored(_factors.Spend(Address, codeHash));
        _codeBrake.Succeed(source);
        return true;
    }

    public Task OfferFactor(Caller caller, string sealedSecret)
    {
        DemandOwner(caller);
        return _factor is { IsOn: true }
            ? throw new ConflictException(new("", "factorIsOn"))
            : Keep(new(sealedSecret, IsOn: false, 0, []));
    }

    public async Task ConfirmFactor(Caller caller, long step, ImmutableArray<string> recoveryHashes, string session)
    {
        DemandOwner(caller);
        if (_factor is not { IsOn: false } offered)
            throw new ConflictException(new("", _factor is null ? "factorNotOffered" : "factorIsOn"));
        await Keep(offered with { IsOn = true, LastStep = step, RecoveryHashes = recoveryHashes });
        await End(_sessions.AllBut(session));
    }

    public Task RenewRecovery(Caller caller, ImmutableArray<string> recoveryHashes)
    {
        DemandOwner(caller);
        return _factor is { IsOn: true } factor
            ? Keep(factor with { RecoveryHashes = recoveryHashes })
            : throw new ConflictException(new("", "factorNotOffered"));
    }

    public async Task<bool> RemoveFactor(Caller caller)
    {
        var isOwner = caller.Email == Address;
        if (isOwner)
            DemandOwner(caller);
        else
            await Get(caller, CancellationToken.None);
        if (!isOwner && caller.Role != Role.Admin)
            throw new NotFoundException();
        var hasPasskeys = !isOwner && !_passkeys.IsEmpty;
        if (_factor is not { IsOn: true } && !hasPasskeys)
            return false;
        await Keep(null);
        if (hasPasskeys)
            await Drop(_passkeys);
        if (!isOwner)
            await End(_sessions.AllBut(null));
        return true;
    }

    public Task<ImmutableArray<Passkey>> Passkeys() => Task.FromResult(_passkeys);

    public async Task AddPasskey(Caller caller, Passkey passkey)
    {
        DemandOwner(caller);
        if (_passkeys.Length >= Passkey.Max)
            throw new ConflictException(new("", "tooManyPasskeys", $"{Passkey.Max}"));
        if (!await _passkeyRows.Add(Address, passkey))
            throw new ConflictException(new("", "passkeyRefused"));
        _passkeys = _passkeys.Add(passkey);
    }

    public async Task<bool> UsePasskey(string id, long signCount, bool hasMoved)
    {
        if (_passkeys.FirstOrDefault(known => known.Id == id) is not { } known)
            return false;
        var used = known with { SignCount = signCount, HasMoved = hasMoved, UsedAt = time.GetUtcNow() };
        _passkeys = _passkeys.Replace(known, used);
        await Stored(_passkeyRows.SetUsed(used));
        return true;
    }

    public Task RemovePasskey(Caller caller, string id)
    {
        DemandOwner(caller);
        return _passkeys.FirstOrDefault(known => known.Id == id) is { } known
            ? Drop([known])
            : throw new NotFoundException();
    }

    private Task Drop(ImmutableArray<Passkey> passkeys)
    {
        _passkeys = _passkeys.RemoveRange(passkeys);
        return Stored(_passkeyRows.Remove(Address, passkeys.Select(passkey => passkey.Id)));
    }

    private async Task Keep(SecondFactor? factor)
    {
        _factor = factor;
        await Stored(_factors.Save(Address, factor));
    }
}
