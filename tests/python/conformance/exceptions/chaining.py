def show(e, depth=0):
    while e is not None:
        print('  ' * depth, type(e).__name__, e, 'cause', repr(e.__cause__), 'context', repr(e.__context__), e.__suppress_context__)
        e = e.__context__
        depth += 1
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('second')
except ValueError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError('from') from z
except ValueError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('none') from None
except ValueError as e:
    show(e)
try:
    try:
        {}['k']
    finally:
        raise OSError('finally')
except OSError as e:
    show(e)
try:
    try:
        raise KeyError(1)
    except KeyError:
        try:
            raise IndexError(2)
        except IndexError:
            raise
except IndexError as e:
    show(e)
def reraise():
    try:
        raise ValueError('a')
    except ValueError as e:
        e.args = ('changed',)
        raise
try:
    reraise()
except ValueError as e:
    print(e)
try:
    raise ValueError('x') from TypeError
except ValueError as e:
    show(e)
try:
    raise ValueError('x') from 5
except TypeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
e = ValueError('notes')
e.add_note('one'); e.add_note('two')
print(e.__notes__)
try:
    e.add_note(3)
except TypeError as t:
    print(t)
err = None
try:
    raise ValueError('gone')
except ValueError as err:
    pass
try:
    err
except NameError as n:
    print(n)
def f():
    try:
        return 'try'
    finally:
        print('finally')
def g():
    try:
        raise ValueError
    except ValueError:
        return 'except'
    else:
        return 'else'
    finally:
        print('g finally')
def h():
    for i in range(3):
        try:
            continue
        finally:
            print('h', i)
    return 'h'
def k():
    try:
        return 1
    finally:
        return 2
def m():
    while True:
        try:
            raise ValueError
        finally:
            break
    return 'swallowed'
print(f(), g(), h(), k(), m())
try:
    try:
        pass
    except Exception:
        print('no')
    else:
        raise KeyError('else raises')
except KeyError as e:
    print(e)
import sys
try:
    raise ValueError('info')
except ValueError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1], sys.exc_info()[2] is not None)
print(sys.exc_info())
x = ValueError('tb').with_traceback(None)
print(x.__traceback__, repr(x))
